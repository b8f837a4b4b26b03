import { useRevalidator } from "@remix-run/react";
import { CircleAlert, CircleCheck, ImageUp, RotateCcw, X } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { cn } from "~/ui/cn";
import { FieldErrors, Hint } from "~/ui/field-frame";
import { useFormat } from "~/ui/format";
import { messageWith, useMessage } from "~/ui/message";
import { isAccepted, sendFile, sizeText } from "~/ui/upload-request";
import { useHydrated } from "~/ui/use-hydrated";

export interface UploadFieldProps {
  name: string;
  accept?: string;
  multiple?: boolean;
  /**
   * A resource route that takes one file as multipart and answers JSON (2xx, or a problem with `detail`).
   * Without it the field only chooses files, which travel with the form around it.
   */
  action?: string;
  label: ReactNode;
  hint?: ReactNode;
  maxBytes?: number;
  /**
   * Set where a form stands around a field with `action`. Otherwise the field brings a form of its own along, for
   * browsers without JavaScript; forms cannot be nested.
   */
  insideForm?: boolean;
  /** Further fields sent with each file. */
  fields?: Record<string, string>;
  errors?: string[];
  required?: boolean;
  /** Called with the server's JSON for each file that arrived. The page's data is read anew afterwards anyway. */
  onUploaded?: (body: unknown) => void;
  className?: string;
}

interface Transfer {
  id: number;
  file: File;
  share: number;
  state: "sending" | "done" | "failed";
  error?: string | undefined;
  /** Refused before it was sent: trying again would end the same way. */
  refused?: boolean;
  abort?: () => void;
}

/**
 * Files by choosing or dropping. With `action` each is sent at once, with its own progress, error and retry.
 */
export function UploadField(props: UploadFieldProps) {
  const {
    name,
    accept,
    multiple = false,
    action,
    label,
    hint,
    maxBytes,
    fields = {},
    errors = [],
    className,
  } = props;
  const { t } = useTranslation("ui");
  const format = useFormat();
  const id = useId();
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<File[]>([]);
  const { transfers, send, drop } = useTransfers(props);
  const limit = maxBytes ? t("upload.limit", { size: sizeText(maxBytes, format.locale) }) : null;

  function take(files: FileList) {
    const list = multiple ? [...files] : [...files].slice(0, 1);
    if (action === undefined) setChosen(list);
    else for (const file of list) send(file);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    if (action === undefined && input.current) input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files);
  }

  const picker = (
    // Dropping is a shortcut for the mouse; the input inside does the same by keyboard.
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        "flex cursor-pointer flex-col items-center gap-1.5 rounded-card border-[1.5px] border-line-strong border-dashed bg-surface px-5 py-7 text-center transition-colors hover:border-brand hover:bg-brand-soft/40 has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
        over && "border-brand bg-brand-soft",
        errors.length > 0 && "border-danger",
      )}
    >
      <ImageUp aria-hidden="true" className="size-7 text-accent-ink" />
      <span className="font-semibold">{label}</span>
      <span aria-hidden="true" className="text-ink-muted text-sm">
        {t(multiple ? "upload.promptMany" : "upload.promptOne")}
      </span>
      <input
        ref={input}
        id={id}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        required={props.required}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={errors.length > 0 || undefined}
        className={hydrated ? "sr-only" : "mt-2 max-w-full text-sm"}
        onChange={(event) => {
          if (event.currentTarget.files) take(event.currentTarget.files);
          if (action !== undefined) event.currentTarget.value = "";
        }}
      />
    </label>
  );

  return (
    <div className={cn("flex flex-col gap-2", className)}>
      {action === undefined || hydrated ? (
        picker
      ) : (
        <PlainUpload action={action} fields={fields} insideForm={props.insideForm ?? false}>
          {picker}
        </PlainUpload>
      )}
      <Hint id={`${id}-hint`}>
        {hint || limit
          ? [hint, limit].filter(Boolean).map((part, index) => (
              <span key={index === 0 ? "hint" : "limit"}>
                {index > 0 ? " " : ""}
                {part}
              </span>
            ))
          : null}
      </Hint>
      <FieldErrors id={`${id}-error`} errors={errors} />
      <ChosenFiles files={chosen} />
      <TransferList
        transfers={transfers}
        onRetry={(transfer) => send(transfer.file, transfer.id)}
        onDrop={drop}
      />
    </div>
  );
}

interface PlainUploadProps {
  action: string;
  fields: Record<string, string>;
  insideForm: boolean;
  children: ReactNode;
}

/** Without JavaScript: a button sends the form around (or its own) to the upload's address. */
function PlainUpload({ action, fields, insideForm, children }: PlainUploadProps) {
  const { t } = useTranslation("ui");
  const target = {
    formAction: action,
    formMethod: "post",
    formEncType: "multipart/form-data",
    formNoValidate: true,
  } as const;
  const content = (
    <>
      {children}
      <HiddenFields fields={fields} />
      <Button type="submit" variant="secondary" className="self-start" {...(insideForm ? target : {})}>
        {t("upload.send")}
      </Button>
    </>
  );
  if (insideForm) return content;
  return (
    <form method="post" action={action} encType="multipart/form-data" className="flex flex-col gap-2">
      {content}
    </form>
  );
}

function useTransfers({ action = "", name, accept, maxBytes, fields = {}, onUploaded }: UploadFieldProps) {
  const format = useFormat();
  const revalidator = useRevalidator();
  const counter = useRef(0);
  const [transfers, setTransfers] = useState<Transfer[]>([]);
  const update = (id: number, change: Partial<Transfer>) =>
    setTransfers((all) => all.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  const drop = (transfer: Transfer) => {
    transfer.abort?.();
    setTransfers((all) => all.filter((entry) => entry.id !== transfer.id));
  };

  function refusal(file: File): string | undefined {
    if (!isAccepted(file, accept)) return "ui:upload.errorType";
    if (maxBytes === undefined || file.size <= maxBytes) return undefined;
    return messageWith("ui:upload.errorSize", { max: sizeText(maxBytes, format.locale) });
  }

  async function send(file: File, again?: number) {
    counter.current += again === undefined ? 1 : 0;
    const id = again ?? counter.current;
    const error = refusal(file);
    const start: Transfer = {
      id,
      file,
      share: 0,
      state: error ? "failed" : "sending",
      error,
      refused: error !== undefined,
    };
    setTransfers((all) => [...all.filter((entry) => entry.id !== id), start]);
    if (error) return;
    const sending = sendFile({ action, name, file, fields, onProgress: (share) => update(id, { share }) });
    update(id, { abort: sending.abort });
    const outcome = await sending.done;
    update(id, { state: outcome.ok ? "done" : "failed", share: 1, error: outcome.error });
    if (!outcome.ok) return;
    onUploaded?.(outcome.body);
    revalidator.revalidate();
  }
  return { transfers, send, drop };
}

interface TransferListProps {
  transfers: Transfer[];
  onRetry: (transfer: Transfer) => void;
  onDrop: (transfer: Transfer) => void;
}

function TransferList({ transfers, onRetry, onDrop }: TransferListProps) {
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

function ChosenFiles({ files }: { files: File[] }) {
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

function HiddenFields({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
