import { Download, Link2, TicketPercent } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { Alert } from "~/ui/feedback";
import { ShareButtons } from "~/ui/share-buttons";
import type { ClaimLink, ClaimLinks } from "../queries/claim-links.server";

/** The links, the coupon code and the QR of an accepted claim: everything an influencer shares. */
export function LinkPanel({ data, level = 2 }: { data: ClaimLinks; level?: 2 | 3 }) {
  const { t } = useTranslation("tracking");
  const [main] = data.links;
  return (
    <Card as="section">
      <CardHeader
        level={level}
        icon={<Link2 aria-hidden="true" />}
        title={t("panel.title")}
        description={t("panel.description")}
        actions={
          main ? (
            <Badge tone={main.live ? "success" : "warning"}>
              {t(main.live ? "panel.live" : "panel.resting")}
            </Badge>
          ) : null
        }
      />
      <CardBody className="@container flex flex-col gap-6">
        {main ? (
          <Shareable link={main} data={data} />
        ) : (
          <Alert tone="info" title={t("panel.pendingTitle")}>
            {t("panel.pending")}
          </Alert>
        )}
      </CardBody>
    </Card>
  );
}

function Shareable({ link, data }: { link: ClaimLink; data: ClaimLinks }) {
  const { t } = useTranslation("tracking");
  return (
    <>
      {link.live ? null : (
        <Alert tone="warning" title={t("panel.restingTitle")}>
          {t("panel.restingText")}
        </Alert>
      )}
      <div className="grid gap-6 @xl:grid-cols-[minmax(0,1fr)_auto]">
        <div className="flex min-w-0 flex-col gap-5">
          <div className="flex flex-col gap-2">
            <h3 className="font-semibold text-sm">{t("panel.link")}</h3>
            <CopyButton value={link.url} label={t("panel.copy")} copiedLabel={t("panel.copied")} showValue />
            <ShareButtons url={link.url} text={t("panel.shareText", { product: data.product })} />
          </div>
          {data.coupon ? <Coupon code={data.coupon} /> : null}
        </div>
        <QrCode claimId={data.claimId} />
      </div>
    </>
  );
}

function Coupon({ code }: { code: string }) {
  const { t } = useTranslation("tracking");
  return (
    <div className="flex flex-col gap-2">
      <h3 className="flex items-center gap-2 font-semibold text-sm">
        <TicketPercent aria-hidden="true" className="size-4 text-accent-ink" />
        {t("panel.coupon")}
      </h3>
      <CopyButton value={code} label={t("panel.copy")} copiedLabel={t("panel.copied")} showValue />
      <p className="text-ink-muted text-sm">{t("panel.couponHint")}</p>
    </div>
  );
}

function QrCode({ claimId }: { claimId: string }) {
  const { t } = useTranslation("tracking");
  const base = `/klaim/${claimId}/qr`;
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
