import { useRevalidator } from "@remix-run/react";
import { useRef, useState } from "react";
import { useFormat } from "~/ui/format";
import { messageWith } from "~/ui/message";
import { isAccepted, sendFile, sizeText } from "~/ui/upload-request";
import type { UploadFieldProps } from "~/ui/upload-types";

export interface Transfer {
  id: number;
  file: File;
  share: number;
  state: "sending" | "done" | "failed";
  error?: string | undefined;
  /** Refused before it was sent: trying again would end the same way. */
  refused?: boolean;
  abort?: () => void;
}

/** The files on their way, and those that arrived or failed. Each file is sent by its own request. */
export function useTransfers({
  action = "",
  name,
  accept,
  maxBytes,
  fields = {},
  onUploaded,
}: UploadFieldProps) {
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
