import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Baby, Gavel } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { CheckboxField, RadioGroupField, TextAreaField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { useHydrated } from "~/ui/use-hydrated";
import { reviewDraftSchema } from "../content.schemas";
import { REVIEW_CHECKS, REVIEW_OUTCOMES, type ReviewOutcome } from "../deliverable";
import { BRIEF_ANCHOR } from "./brief-panel";

type DecisionFormProps = {
  draftVersionId: string;
  holdsChildren: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
  /** The draft itself: inside the form, so that its bar stays in sight while one looks. */
  children: ReactNode;
};

/** The officer's decision on the newest version: three checks, one outcome, the reason. */
export function DecisionForm({ draftVersionId, holdsChildren, lastResult, children }: DecisionFormProps) {
  const { t } = useTranslation("content");
  const [form, fields] = useForm(reviewDraftSchema, {
    // A newer version is another form: nothing ticked for the old one may stay ticked.
    id: `decision-${draftVersionId}`,
    lastResult: lastResult ?? null,
    // Words are asked for or not by the outcome, so the field is marked neither required nor optional.
    constraint: { ...getZodConstraint(reviewDraftSchema), comment: {} },
    shouldValidate: "onSubmit",
  });
  const [chosen, setChosen] = useState(() => stateOf(fields.outcome.initialValue));
  const ticked = REVIEW_CHECKS.filter((name) => fields[name].value === "on").length;

  return (
    <Form
      method="post"
      {...getFormProps(form)}
      className="flex flex-col gap-6"
      onChange={(event) => setChosen(stateOf(new FormData(event.currentTarget).get("outcome")))}
    >
      <input type="hidden" name="draftVersionId" value={draftVersionId} />
      {children}
      <Card as="section">
        <CardHeader
          title={t("review.decision")}
          icon={<Gavel aria-hidden="true" />}
          actions={
            <a
              href={`#${BRIEF_ANCHOR}`}
              className="inline-flex min-h-11 items-center font-semibold text-brand-ink text-sm underline underline-offset-4 lg:hidden"
            >
              {t("brief.show")}
            </a>
          }
        />
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
      </Card>
      <DecisionBar chosen={chosen} ticked={ticked} />
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
    <div className="sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-card border border-line bg-surface-raised px-4 py-3 shadow-lift sm:px-6 lg:bottom-4">
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
