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
  /** Names of the fields that influencers do not see yet; empty before the first publication. */
  changed: string;
  /** Opened by the address, after "save, then publish". */
  startsOpen: boolean;
}

/** Asks before publishing, and says what is missing where it cannot. Without JavaScript the button just publishes. */
export function PublishDialog({
  checklist,
  number,
  editTo,
  productTo,
  changed,
  startsOpen,
}: PublishDialogProps) {
  const { t } = useTranslation(["campaigns", "ui"]);
  const hydrated = useHydrated();
  const [open, setOpen] = useState(startsOpen);
  const ready = isPublishable(checklist);
  const label = t(number === 1 ? "campaigns:detail.publish" : "campaigns:detail.publishChanges");
  const title = number === 1 ? t("campaigns:publish.title") : t("campaigns:publish.titleChanges", { number });
  const text = t(number === 1 ? "campaigns:publish.text" : "campaigns:publish.textChanges");
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
        title={ready ? title : t("campaigns:publish.blockedTitle")}
        description={ready ? text : t("campaigns:publish.blockedText")}
        footer={
          ready ? (
            <>
              <Button variant="secondary" onClick={() => setOpen(false)}>
                {t("ui:dialog.cancel")}
              </Button>
              <Form method="post" className="contents" onSubmit={() => setOpen(false)}>
                <SubmitButton name="move" value="publish" pendingLabel={t("campaigns:publish.pending")}>
                  {t("campaigns:publish.confirm")}
                </SubmitButton>
              </Form>
            </>
          ) : (
            <ButtonLink to={editTo}>{t("campaigns:publish.fix")}</ButtonLink>
          )
        }
      >
        {changed ? <p className="mb-4">{t("campaigns:detail.unpublished", { fields: changed })}</p> : null}
        <PublicationChecklist checklist={checklist} productTo={productTo} />
      </Dialog>
    </>
  );
}
