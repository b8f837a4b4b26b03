import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";

/** A link's QR code, to look at and to keep; without a code, of the claim's first link. */
export function QrFigure({ claimId, code }: { claimId: string; code?: string }) {
  const { t } = useTranslation("tracking");
  const base = code ? `/klaim/${claimId}/tautan/${code}/qr` : `/klaim/${claimId}/qr`;
  return (
    <figure className="flex flex-col items-center gap-3">
      <img
        src={`${base}.svg`}
        alt={t("panel.qrAlt")}
        width={176}
        height={176}
        loading="lazy"
        // A QR code is read by light and dark: it stays on white in the dark theme too.
        className="size-44 rounded-card border border-line bg-[white] p-2"
      />
      <figcaption className="flex flex-wrap justify-center gap-2">
        {(["svg", "png"] as const).map((format) => (
          <ButtonLink
            key={format}
            href={`${base}.${format}?unduh=1`}
            download
            size="sm"
            variant="secondary"
            icon={<Download aria-hidden="true" />}
          >
            {t("panel.downloadQr", { format: format.toUpperCase() })}
          </ButtonLink>
        ))}
      </figcaption>
    </figure>
  );
}
