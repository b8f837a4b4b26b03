import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { CircleCheck, MessageCircleQuestion, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { ConfirmDialog } from "~/ui/dialog";
import { RadioGroupField, TextAreaField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { TextArea } from "~/ui/input";
import { useMessage } from "~/ui/message";
import { useForm } from "~/ui/use-form";
import { ANSWER_DAYS, type Outcome } from "../fraud";
import { ANSWER_TIMES, MAX_TEXT, questionSchema } from "../fraud.schemas";

type Reply = SubmissionResult<string[]> | undefined;

const intentOf = (reply: Reply) => reply?.initialValue?.intent;

/** The officer's question to the influencer. */
export function AskForm({ lastResult }: { lastResult: Reply }) {
  const { t } = useTranslation("fraud");
  const [form, fields] = useForm(questionSchema, {
    id: "ask",
    lastResult: intentOf(lastResult) === "ask" ? (lastResult ?? null) : null,
    defaultValue: { days: String(ANSWER_DAYS) },
    shouldValidate: "onSubmit",
  });
  return (
    <Card as="section">
      <CardHeader
        icon={<MessageCircleQuestion aria-hidden="true" />}
        title={t("ask.title")}
        description={t("ask.text")}
      />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
          <input type="hidden" name="intent" value="ask" />
          <FormErrorSummary errors={form.errors} />
          <TextAreaField
            meta={fields.question}
            label={t("ask.question")}
            hint={t("ask.questionHint")}
            rows={4}
            maxLength={MAX_TEXT}
          />
          <RadioGroupField
            meta={fields.days}
            label={t("ask.days")}
            options={ANSWER_TIMES.map((days) => ({
              value: String(days),
              label: t("ask.daysOption", { count: days }),
            }))}
          />
          <SubmitButton>{t("ask.submit")}</SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}

/** The officer's decision: each asks again before it is sent, and wants a reason. */
export function DecideForms({
  outcomes,
  reply,
  again,
}: {
  outcomes: Outcome[];
  reply: Reply;
  again: boolean;
}) {
  const { t } = useTranslation("fraud");
  const errors = intentOf(reply) === "decide" ? Object.values(reply?.error ?? {}) : [];
  return (
    <Card as="section">
      <CardHeader title={t("decide.title")} description={again ? t("decide.again") : undefined} />
      <CardBody className="flex flex-col gap-3">
        <FormErrorSummary errors={errors.flatMap((list) => list ?? [])} />
        {outcomes.map((outcome) => (
          <Decide key={outcome} outcome={outcome} reply={reply} />
        ))}
      </CardBody>
    </Card>
  );
}

function Decide({ outcome, reply }: { outcome: Outcome; reply: Reply }) {
  const { t } = useTranslation("fraud");
  const message = useMessage();
  const mine = intentOf(reply) === "decide" && reply?.initialValue?.outcome === outcome;
  const error = mine ? reply?.error?.reason?.[0] : undefined;
  const typed = mine ? reply?.initialValue?.reason : undefined;
  const clears = outcome === "CLEARED";
  return (
    <ConfirmDialog
      trigger={
        <Button
          variant={clears ? "primary" : "danger"}
          icon={clears ? <CircleCheck aria-hidden="true" /> : <Undo2 aria-hidden="true" />}
        >
          {t(`decide.${outcome}`)}
        </Button>
      }
      title={t(`decide.${outcome}Title`)}
      description={t(`decide.${outcome}Text`)}
      confirmLabel={t(`decide.${outcome}`)}
      tone={clears ? "primary" : "danger"}
      fields={{ intent: "decide", outcome }}
    >
      <label className="flex flex-col gap-1.5">
        <span className="font-semibold text-sm">{t("decide.reason")}</span>
        <span className="text-ink-muted text-sm">{t("decide.reasonHint")}</span>
        <TextArea
          name="reason"
          required
          minLength={10}
          maxLength={MAX_TEXT}
          rows={4}
          defaultValue={typeof typed === "string" ? typed : ""}
          aria-invalid={error ? true : undefined}
        />
        {error ? <span className="text-danger-ink text-sm">{message(error)}</span> : null}
      </label>
    </ConfirmDialog>
  );
}
