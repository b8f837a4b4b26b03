import { ImageUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { cn } from "~/ui/cn";
import { FieldErrors, Hint } from "~/ui/field-frame";
import { useFormat } from "~/ui/format";
import { ChosenFiles, TransferList } from "~/ui/upload-list";
import { sizeText } from "~/ui/upload-request";
import type { UploadFieldProps } from "~/ui/upload-types";
import { useHydrated } from "~/ui/use-hydrated";
import { useTransfers } from "~/ui/use-transfers";

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
      <span aria-hidden="true" className="text-accent-ink [&_svg]:size-7">
        {props.icon ?? <ImageUp />}
      </span>
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

function HiddenFields({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
