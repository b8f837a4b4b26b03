import { CircleAlert, CircleCheck, RotateCcw, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { sizeText } from "~/ui/upload-request";
import type { Transfer } from "~/ui/use-transfers";

interface TransferListProps {
  transfers: Transfer[];
  onRetry: (transfer: Transfer) => void;
  onDrop: (transfer: Transfer) => void;
}

/** Each file with its progress, what went wrong, and a way to try again. */
export function TransferList({ transfers, onRetry, onDrop }: TransferListProps) {
  const { t } = useTranslation("ui");
  const message = useMessage();
  if (transfers.length === 0) return null;
  return (
    <ul aria-live="polite" className="flex flex-col gap-2">
      {transfers.map((transfer) => {
        const percent = Math.round(transfer.share * 100);
        return (
          <li
            key={transfer.id}
            className="rounded-control border border-line bg-surface py-1.5 pr-1.5 pl-3.5"
          >
            <div className="flex items-center gap-2 text-sm">
              {transfer.state === "done" ? (
                <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-success" />
              ) : null}
              {transfer.state === "failed" ? (
                <CircleAlert aria-hidden="true" className="size-5 shrink-0 text-danger" />
              ) : null}
              <span className="min-w-0 grow truncate py-1.5 font-medium">{transfer.file.name}</span>
              <span className="tabular shrink-0 pr-1.5 text-ink-muted text-xs">
                {transfer.state === "sending"
                  ? `${percent}%`
                  : transfer.state === "done"
                    ? t("upload.done")
                    : null}
              </span>
              {transfer.state === "failed" && !transfer.refused ? (
                <Button
                  size="sm"
                  variant="secondary"
                  icon={<RotateCcw aria-hidden="true" />}
                  onClick={() => onRetry(transfer)}
                >
                  {t("upload.retry")}
                </Button>
              ) : null}
              <Button
                size="icon"
                variant="ghost"
                className="size-9 pointer-coarse:size-11"
                aria-label={t("upload.remove", { name: transfer.file.name })}
                onClick={() => onDrop(transfer)}
              >
                <X aria-hidden="true" />
              </Button>
            </div>
            {transfer.state === "sending" ? (
              <progress
                value={percent}
                max={100}
                aria-label={transfer.file.name}
                className="mb-1.5 block h-1.5 w-full overflow-hidden rounded-full bg-neutral-soft pr-2 accent-brand"
              />
            ) : null}
            {transfer.error ? (
              <p className="pb-1.5 font-medium text-danger-ink text-sm">{message(transfer.error)}</p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What was chosen and will travel with the form. */
export function ChosenFiles({ files }: { files: File[] }) {
  const { locale } = useFormat();
  if (files.length === 0) return null;
  return (
    <ul aria-live="polite" className="flex flex-col gap-1 text-sm">
      {files.map((file) => (
        <li key={`${file.name}${file.size}`} className="flex items-center gap-2">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-success" />
          <span className="min-w-0 truncate font-medium">{file.name}</span>
          <span className="tabular text-ink-muted text-xs">{sizeText(file.size, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
