import { Undo2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { TextArea } from "~/ui/input";

/** Drops an import that nothing was written of. */
export function CancelImport({ label }: { label?: string }) {
  const { t } = useTranslation("imports");
  return (
    <ConfirmDialog
      trigger={
        <Button type="button" variant="ghost" icon={<X aria-hidden="true" />}>
          {label ?? t("preview.cancel")}
        </Button>
      }
      title={t("preview.cancelTitle")}
      description={t("preview.cancelText")}
      confirmLabel={t("preview.cancel")}
      tone="danger"
      fields={{ intent: "cancel" }}
    />
  );
}

/** Takes a whole import back, with a reason. */
export function UndoImport() {
  const { t } = useTranslation("imports");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger" icon={<Undo2 aria-hidden="true" />}>
          {t("result.undo")}
        </Button>
      }
      title={t("result.undoTitle")}
      description={t("result.undoText")}
      confirmLabel={t("result.undo")}
      tone="danger"
      fields={{ intent: "undo" }}
    >
      <label className="flex flex-col gap-1.5">
        <span className="font-semibold text-sm">{t("result.undoReason")}</span>
        <span className="text-ink-muted text-sm">{t("result.undoHint")}</span>
        <TextArea name="reason" required minLength={5} maxLength={300} rows={3} />
      </label>
    </ConfirmDialog>
  );
}
