import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";

type Props = { source: "site" | "woo"; disabled: boolean; title: string; text: string };

/** Switches a source off after a question, and on again without one. */
export function SwitchOff({ source, disabled, title, text }: Props) {
  const { t } = useTranslation("tracking");
  if (disabled) {
    return (
      <Form method="post">
        <input type="hidden" name="source" value={source} />
        <Button type="submit" name="intent" value="on">
          {t("sources.switchOn")}
        </Button>
      </Form>
    );
  }
  return (
    <ConfirmDialog
      trigger={<Button variant="ghost">{t("sources.switchOff")}</Button>}
      title={title}
      description={text}
      confirmLabel={t("sources.switchOff")}
      tone="danger"
      fields={{ intent: "off", source }}
    />
  );
}
