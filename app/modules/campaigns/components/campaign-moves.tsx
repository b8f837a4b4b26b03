import { Form } from "@remix-run/react";
import { Archive, CircleStop, Copy, Pause, Play, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { SubmitButton } from "~/ui/form";
import { TextArea } from "~/ui/input";
import { type CampaignStatus, openMoves } from "../campaign";

const ICONS = {
  pause: <Pause aria-hidden="true" />,
  resume: <Play aria-hidden="true" />,
  archive: <Archive aria-hidden="true" />,
} satisfies Record<string, ReactNode>;

interface CampaignMovesProps {
  status: CampaignStatus;
  /** Applications that would be answered when the campaign is closed. */
  waiting: number;
}

/** What can be done with a campaign as a whole, each asked before it is done. */
export function CampaignMoves({ status, waiting }: CampaignMovesProps) {
  const { t } = useTranslation("campaigns");
  const moves = openMoves(status);
  return (
    <div className="flex flex-wrap gap-2">
      {(["resume", "pause", "archive"] as const).map((move) =>
        moves.includes(move) ? (
          <ConfirmDialog
            key={move}
            trigger={
              <Button variant="secondary" size="sm" icon={ICONS[move]}>
                {t(`move.${move}`)}
              </Button>
            }
            title={t(`move.${move}Title`)}
            description={t(`move.${move}Text`)}
            confirmLabel={t(`move.${move}`)}
            fields={{ move }}
          />
        ) : null,
      )}
      {moves.includes("close") ? <Close waiting={waiting} /> : null}
      <Form method="post">
        <SubmitButton
          name="move"
          value="duplicate"
          variant="secondary"
          size="sm"
          icon={<Copy aria-hidden="true" />}
        >
          {t("move.duplicate")}
        </SubmitButton>
      </Form>
      {status === "DRAFT" ? (
        <ConfirmDialog
          trigger={
            <Button variant="ghost" size="sm" icon={<Trash2 aria-hidden="true" />}>
              {t("move.discard")}
            </Button>
          }
          title={t("move.discardTitle")}
          description={t("move.discardText")}
          confirmLabel={t("move.discard")}
          tone="danger"
          fields={{ move: "discard" }}
        />
      ) : null}
    </div>
  );
}

function Close({ waiting }: { waiting: number }) {
  const { t } = useTranslation("campaigns");
  // An application may come in while the dialog is open: it is answered too.
  const fields: Record<string, string> =
    waiting > 0 ? { move: "close" } : { move: "close", reason: t("move.closeReasonDefault") };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm" icon={<CircleStop aria-hidden="true" />}>
          {t("move.close")}
        </Button>
      }
      title={t("move.closeTitle")}
      description={t("move.closeText")}
      confirmLabel={t("move.close")}
      tone="danger"
      fields={fields}
    >
      {waiting > 0 ? (
        <Field
          id="close-reason"
          label={t("move.closeReason")}
          hint={t("move.closeWaiting", { count: waiting })}
        >
          <TextArea
            id="close-reason"
            name="reason"
            required
            minLength={10}
            maxLength={600}
            rows={3}
            defaultValue={t("move.closeReasonDefault")}
            aria-describedby="close-reason-description"
          />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
