import { Link2, Plus, TicketPercent } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { Alert } from "~/ui/feedback";
import { ShareButtons } from "~/ui/share-buttons";
import type { ClaimLink, ClaimLinks } from "../queries/claim-links.server";
import { LinkRow } from "./link-row";
import { QrFigure } from "./qr-figure";

/** The links, the coupon code and the QR of an accepted claim: everything an influencer shares. */
export function LinkPanel({ data }: { data: ClaimLinks }) {
  const { t } = useTranslation("tracking");
  const [first] = data.links;
  return (
    <Card as="section">
      <CardHeader
        icon={<Link2 aria-hidden="true" />}
        title={t("panel.title")}
        description={t("panel.description")}
        actions={
          first ? (
            <Badge tone={data.running ? "success" : "warning"}>
              {t(data.running ? "panel.live" : "panel.resting")}
            </Badge>
          ) : null
        }
      />
      <CardBody className="@container flex flex-col gap-7">
        {first ? (
          <>
            {data.running ? null : (
              <Alert tone="warning" title={t("panel.restingTitle")}>
                {t("panel.restingText")}
              </Alert>
            )}
            <Shareable link={first} data={data} />
            <MainLinks data={data} />
            <ExtraLinks data={data} />
          </>
        ) : (
          <Alert tone="info" title={t("panel.pendingTitle")}>
            {t("panel.pending")}
          </Alert>
        )}
      </CardBody>
    </Card>
  );
}

const linkPath = (data: ClaimLinks, link: ClaimLink) => `/klaim/${data.claimId}/tautan/${link.code}`;

function Shareable({ link, data }: { link: ClaimLink; data: ClaimLinks }) {
  const { t } = useTranslation("tracking");
  return (
    <div className="grid gap-6 @xl:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 flex-col gap-5">
        <div className="flex flex-col gap-2">
          <h3 className="font-semibold text-sm">{t("panel.link")}</h3>
          <CopyButton value={link.url} label={t("panel.copy")} copiedLabel={t("panel.copied")} showValue />
          <ShareButtons url={link.url} text={t("panel.shareText", { product: data.product })} />
        </div>
        {data.coupon ? <Coupon code={data.coupon} /> : null}
      </div>
      <QrFigure claimId={data.claimId} />
    </div>
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

function MainLinks({ data }: { data: ClaimLinks }) {
  const { t } = useTranslation("tracking");
  const links = data.links.filter(({ placement }) => placement === "MAIN");
  return (
    <section className="border-line border-t pt-6">
      <h3 className="text-title">{t("link.main")}</h3>
      <p className="mt-1 text-ink-muted text-sm">{t("link.mainHint")}</p>
      <ul className="mt-4 divide-y divide-line">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} to={linkPath(data, link)} />
        ))}
      </ul>
    </section>
  );
}

function ExtraLinks({ data }: { data: ClaimLinks }) {
  const { t } = useTranslation("tracking");
  const links = data.links.filter(({ placement }) => placement !== "MAIN");
  return (
    <section className="border-line border-t pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-60">
          <h3 className="text-title">{t("link.extra")}</h3>
          <p className="mt-1 text-ink-muted text-sm">{t("link.extraHint")}</p>
        </div>
        {data.room > 0 ? (
          <ButtonLink
            to={`/klaim/${data.claimId}/tautan/baru`}
            variant="secondary"
            icon={<Plus aria-hidden="true" />}
          >
            {t("link.make")}
          </ButtonLink>
        ) : null}
      </div>
      {links.length > 0 ? (
        <ul className="mt-4 divide-y divide-line">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} to={linkPath(data, link)} />
          ))}
        </ul>
      ) : (
        <p className="mt-4 text-ink-muted text-sm">{t("link.none")}</p>
      )}
      {data.room === 0 ? <p className="mt-4 text-ink-muted text-sm">{t("link.full")}</p> : null}
    </section>
  );
}
