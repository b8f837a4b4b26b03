import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Link2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Platform } from "~/modules/creators/platforms";
import { TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { submitProofSchema } from "../content.schemas";
import { PLATFORM_NAMES } from "../platform-names";

type ProofFormProps = {
  platform: Platform;
  format: string;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** The address of the live post. */
export function ProofForm({ platform, format, lastResult }: ProofFormProps) {
  const { t } = useTranslation("content");
  const [form, fields] = useForm(submitProofSchema, {
    id: "proof",
    lastResult: lastResult ?? null,
    shouldValidate: "onSubmit",
  });
  const hint =
    format === "status" ? "proof.hintStatus" : format === "story" ? "proof.hintStory" : "proof.hint";
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
      <FormErrorSummary errors={form.errors} />
      <TextField
        meta={fields.url}
        label={t("proof.label", { platform: PLATFORM_NAMES[platform] })}
        hint={t(hint)}
        type="url"
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
      />
      <p className="text-ink-muted text-sm">{t("proof.final")}</p>
      <FormActions>
        <SubmitButton name="intent" value="prove" size="lg" icon={<Link2 aria-hidden="true" />}>
          {t("proof.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
