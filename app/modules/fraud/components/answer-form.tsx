import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { TextAreaField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { UploadField } from "~/ui/upload";
import { useForm } from "~/ui/use-form";
import { answerSchema, MAX_TEXT } from "../fraud.schemas";

type AnswerFormProps = {
  caseId: string;
  accept: string;
  maxBytes: number;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** The influencer's answer, with a picture if they like. */
export function AnswerForm({ caseId, accept, maxBytes, lastResult }: AnswerFormProps) {
  const { t } = useTranslation("fraud");
  const [form, fields] = useForm(answerSchema, {
    id: `answer-${caseId}`,
    lastResult: lastResult?.initialValue?.caseId === caseId ? lastResult : null,
    shouldValidate: "onSubmit",
  });
  return (
    <Card as="section">
      <CardHeader title={t("own.form")} />
      <CardBody>
        <Form
          method="post"
          encType="multipart/form-data"
          {...getFormProps(form)}
          className="flex flex-col gap-5"
        >
          <input type="hidden" name="caseId" value={caseId} />
          <FormErrorSummary errors={form.errors} />
          <TextAreaField meta={fields.answer} label={t("own.answerLabel")} rows={5} maxLength={MAX_TEXT} />
          <UploadField name="picture" label={t("own.picture")} accept={accept} maxBytes={maxBytes} />
          <SubmitButton pendingLabel={t("own.submitting")}>{t("own.submit")}</SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}
