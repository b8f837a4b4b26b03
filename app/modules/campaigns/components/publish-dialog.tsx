import { Form } from "@remix-run/react";
import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { SubmitButton } from "~/ui/form";
import { useHydrated } from "~/ui/use-hydrated";
import { type CheckResult, isPublishable } from "../publication";
import { PublicationChecklist } from "./publication-checklist";

interface PublishDialogProps {
  checklist: CheckResult[];
  /** Number of the revision that would be made. */
  number: number;
  editTo: string;
  productTo: string;
  /** Opened by the address, after "save, then publish". */
  startsOpen: boolean;
}

/** Asks before publishing, and says what is missing where it cannot. Without JavaScript the button just publishes. */
export function PublishDialog({ checklist, number, editTo, productTo, startsOpen }: PublishDialogProps) {
  const { t } = useTranslation("campaigns");
  const hydrated = useHydrated();
  const [open, setOpen] = useState(startsOpen);
  const ready = isPublishable(checklist);
  const label = t(number === 1 ? "detail.publish" : "detail.publishChanges");
  const title = number === 1 ? t("publish.title") : t("publish.titleChanges", { number });
  const text = t(number === 1 ? "publish.text" : "publish.textChanges");
  if (!hydrated) {
    return (
      <Form method="post">
        <SubmitButton name="move" value="publish" icon={<Send aria-hidden="true" />}>
          {label}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <>
      <Button icon={<Send aria-hidden="true" />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={ready ? title : t("publish.blockedTitle")}
        description={ready ? text : t("publish.blockedText")}
        footer={
          ready ? (
            <Form method="post" className="contents" onSubmit={() => setOpen(false)}>
              <SubmitButton name="move" value="publish" pendingLabel={t("publish.pending")}>
                {t("publish.confirm")}
              </SubmitButton>
            </Form>
          ) : (
            <ButtonLink to={editTo}>{t("publish.fix")}</ButtonLink>
          )
        }
      >
        <PublicationChecklist checklist={checklist} productTo={productTo} />
      </Dialog>
    </>
  );
}
