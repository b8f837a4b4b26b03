import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Baby, Gavel } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { CheckboxField, RadioGroupField, TextAreaField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useHydrated } from "~/ui/use-hydrated";
import { reviewDraftSchema } from "../content.schemas";
import { REVIEW_CHECKS, REVIEW_OUTCOMES, type ReviewOutcome } from "../deliverable";

type DecisionFormProps = {
  draftVersionId: string;
  holdsChildren: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** The officer's decision on the newest version: three checks, one outcome, the reason. */
export function DecisionForm({ draftVersionId, holdsChildren, lastResult }: DecisionFormProps) {
  const { t } = useTranslation("content");
  const [form, fields] = useForm({
    // A newer version is another form: nothing ticked for the old one may stay ticked.
    id: `decision-${draftVersionId}`,
    lastResult: lastResult ?? null,
    constraint: getZodConstraint(reviewDraftSchema),
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: reviewDraftSchema }),
  });
  const [chosen, setChosen] = useState(() => stateOf(fields.outcome.initialValue));
  const ticked = REVIEW_CHECKS.filter((name) => fields[name].value === "on").length;

  return (
    <Form
      method="post"
      {...getFormProps(form)}
      onChange={(event) => setChosen(stateOf(new FormData(event.currentTarget).get("outcome")))}
    >
      <input type="hidden" name="draftVersionId" value={draftVersionId} />
      <Card as="section">
        <CardHeader title={t("review.decision")} icon={<Gavel aria-hidden="true" />} />
        <CardBody className="flex flex-col gap-7">
          <FormErrorSummary errors={form.errors} />
          {holdsChildren ? (
            <Alert tone="warning" title={t("review.children")}>
              <span className="flex gap-2">
                <Baby aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
                {t("review.childrenText")}
              </span>
            </Alert>
          ) : null}
          <fieldset className="flex flex-col gap-1">
            <legend className="font-semibold">{t("review.checksTitle")}</legend>
            <p className="mb-1 text-ink-muted text-sm">{t("review.checksText")}</p>
            {REVIEW_CHECKS.map((name) => (
              <CheckboxField
                key={name}
                meta={fields[name]}
                label={t(`check.${name}.label`)}
                hint={t(`check.${name}.why`)}
              />
            ))}
          </fieldset>
          <RadioGroupField
            meta={fields.outcome}
            label={t("review.outcome")}
            options={REVIEW_OUTCOMES.map((outcome) => ({
              value: outcome,
              label: t(`review.outcomes.${outcome}`),
              hint: t(`review.outcomeHint.${outcome}`),
            }))}
          />
          <TextAreaField
            meta={fields.comment}
            label={t("review.comment")}
            hint={t("review.commentHint")}
            maxLength={2_000}
            rows={5}
          />
        </CardBody>
        <DecisionBar chosen={chosen} ticked={ticked} />
      </Card>
    </Form>
  );
}

function stateOf(value: unknown): ReviewOutcome | null {
  return REVIEW_OUTCOMES.find((outcome) => outcome === value) ?? null;
}

/** Stays in sight while the draft is read: what is ticked, and the one button, which says what it will do. */
function DecisionBar({ chosen, ticked }: { chosen: ReviewOutcome | null; ticked: number }) {
  const { t } = useTranslation("content");
  const hydrated = useHydrated();
  return (
    <div className="sticky bottom-(--bar-bottom,0px) z-10 flex flex-wrap items-center justify-between gap-3 rounded-b-card border-line border-t bg-surface-raised px-5 py-3.5 shadow-lift sm:px-6">
      <p aria-live="polite" className="tabular text-ink-muted text-sm">
        {hydrated ? t("review.checked", { count: ticked }) : null}
      </p>
      <SubmitButton
        size="lg"
        variant={chosen === "REJECTED" ? "danger" : "primary"}
        pendingLabel={t("review.sending")}
        className="w-full sm:w-auto"
      >
        {t(`review.submit.${chosen ?? (hydrated ? "none" : "send")}`)}
      </SubmitButton>
    </div>
  );
}
