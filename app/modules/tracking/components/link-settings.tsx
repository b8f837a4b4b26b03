import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { ConfirmDialog } from "~/ui/dialog";
import { FormActions, FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { editLinkSchema } from "../link.schemas";
import type { LinkDetail } from "../queries/link-detail.server";
import { UTM_FIELDS } from "../utm";
import { PlaceFields, UtmFields } from "./link-fields";

/** What an influencer may change of an extra link: its name, its place, its template; and whether it is open. */
export function LinkSettings({
  data,
  lastResult,
}: {
  data: LinkDetail;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useTranslation("tracking");
  const { link } = data;
  const [form, fields] = useForm(editLinkSchema, {
    id: "link-settings",
    lastResult: lastResult ?? null,
    defaultValue: {
      label: link.label,
      placement: link.placement,
      platform: link.platform ?? "",
      utm: link.utm,
    },
    shouldValidate: "onBlur",
    constraint: {},
  });
  return (
    <Card as="section">
      <CardHeader title={t("link.settings")} actions={<Switch data={data} />} />
      <CardBody>
        <Form method="post" {...getFormProps(form)}>
          <input type="hidden" name="intent" value="edit" />
          <FormErrorSummary errors={form.errors} />
          <PlaceFields fields={fields} />
          <UtmFields
            fields={fields.utm.getFieldset()}
            open={UTM_FIELDS.some((field) => link.utm[field] !== "")}
          />
          <FormActions className="mt-5">
            <SubmitButton pendingLabel={t("link.saving")}>{t("link.save")}</SubmitButton>
          </FormActions>
        </Form>
      </CardBody>
    </Card>
  );
}

function Switch({ data }: { data: LinkDetail }) {
  const { t } = useTranslation("tracking");
  const { closed, code } = data.link;
  if (closed) {
    return (
      <Form method="post">
        <input type="hidden" name="intent" value="reopen" />
        <Button type="submit" variant="secondary" size="sm">
          {t("link.reopen")}
        </Button>
      </Form>
    );
  }
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          {t("link.close")}
        </Button>
      }
      title={t("link.closeTitle", { code })}
      description={t("link.closeText")}
      confirmLabel={t("link.close")}
      tone="danger"
      fields={{ intent: "close" }}
    />
  );
}
