import { MessageCircle, Share2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { cn } from "~/ui/cn";
import { CopyButton } from "~/ui/copy-button";
import { useHydrated } from "~/ui/use-hydrated";

/** The address that opens WhatsApp with a text ready to send. */
export function whatsAppUrl(text: string, url: string): string {
  return `https://wa.me/?text=${encodeURIComponent(`${text}\n${url}`.trim())}`;
}

/** Ways to pass a link on: WhatsApp, the clipboard, and the phone's own share sheet where it has one. */
export function ShareButtons({ url, text, className }: { url: string; text: string; className?: string }) {
  const { t } = useTranslation("ui");
  const hydrated = useHydrated();
  const canShare = hydrated && typeof navigator.share === "function";
  return (
    <div className={cn("flex flex-wrap gap-2", className)}>
      <ButtonLink href={whatsAppUrl(text, url)} external icon={<MessageCircle aria-hidden="true" />}>
        {t("share.whatsapp")}
      </ButtonLink>
      <CopyButton value={url} label={t("share.copy")} copiedLabel={t("share.copied")} />
      {canShare ? (
        <Button
          variant="secondary"
          icon={<Share2 aria-hidden="true" />}
          onClick={() => navigator.share({ url, text }).catch(ignoreDismissal)}
        >
          {t("share.more")}
        </Button>
      ) : null}
    </div>
  );
}

/** Closing the share sheet rejects with AbortError: that is a choice, not a fault. */
function ignoreDismissal(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  throw error;
}
