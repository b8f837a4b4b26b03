import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Send, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { TextAreaField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { submitDraftSchema } from "../content.schemas";
import type { DeliverableDetail } from "../queries/deliverable-detail.server";
import { CaptionField } from "./caption-field";

type DraftFormProps = { detail: DeliverableDetail; lastResult: SubmissionResult<string[]> | undefined };

/** What an influencer hands in beside the pictures. A revision starts from the words of the last version. */
export function DraftForm({ detail, lastResult }: DraftFormProps) {
  const { t } = useTranslation("content");
  const newest = detail.versions[0];
  const [form, fields] = useForm(submitDraftSchema, {
    id: "draft",
    lastResult: lastResult ?? null,
    defaultValue: { caption: newest?.caption ?? "", videoUrl: newest?.videoUrl ?? "", note: "" },
    shouldValidate: "onSubmit",
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <FormErrorSummary errors={form.errors} />
      <CaptionField meta={fields.caption} platform={detail.platform} hashtags={detail.brief.hashtags} />
      <TextField
        meta={fields.videoUrl}
        label={t("draft.video")}
        hint={t("draft.videoHint")}
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
      />
      <TextAreaField meta={fields.note} label={t("draft.note")} hint={t("draft.noteHint")} rows={3} />
      <Reminder />
      <FormActions>
        <SubmitButton
          name="intent"
          value="submit"
          size="lg"
          icon={<Send aria-hidden="true" />}
          pendingLabel={t("draft.submitting")}
        >
          {t("draft.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

/** What the officer will look for: said before, so that it need not be said after. */
function Reminder() {
  const { t } = useTranslation("content");
  return (
    <div className="rounded-card bg-accent-soft px-4 py-3.5 text-sm">
      <p className="flex items-center gap-2 font-semibold text-accent-ink">
        <ShieldCheck aria-hidden="true" className="size-5" />
        {t("draft.reminderTitle")}
      </p>
      <ul className="mt-1.5 flex list-disc flex-col gap-1 pl-6">
        <li>{t("draft.reminderInmate")}</li>
        <li>{t("draft.reminderSecurity")}</li>
        <li>{t("draft.reminderDisclosure")}</li>
      </ul>
    </div>
  );
}
