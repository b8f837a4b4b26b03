import type { SubmissionResult } from "@conform-to/react";
import { Globe } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { ConfirmDialog } from "~/ui/dialog";
import { Alert, EmptyState } from "~/ui/feedback";
import { useMessage } from "~/ui/message";
import { StatusPill } from "~/ui/status";
import { TimeAgo } from "~/ui/time-ago";
import type { OrderSources, SiteState } from "../../queries/order-sources.server";
import { testAddress } from "../../source-snippets";
import { SiteForm } from "./site-form";
import { SiteSteps } from "./site-steps";
import { SwitchOff } from "./switch-off";

type Props = {
  sources: OrderSources;
  origin: string;
  zone: string;
  canManage: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** The script for the institution's own page: its key, where it may report from, when it was last heard. */
export function SiteSection({ sources, origin, zone, canManage, lastResult }: Props) {
  const { t } = useTranslation("tracking");
  const { site, suggestedOrigins } = sources;
  const form = (
    <SiteForm
      key={site?.origins.join() ?? ""}
      origins={site?.origins ?? suggestedOrigins}
      isNew={!site}
      lastResult={lastResult}
    />
  );
  return (
    <Card as="section">
      <CardHeader
        title={t("sources.page.title")}
        description={t("sources.page.description")}
        actions={site ? <SitePill site={site} /> : undefined}
      />
      <CardBody className="flex flex-col gap-6">
        {site ? <SiteFacts site={site} zone={zone} /> : null}
        {canManage ? form : null}
        {!site && !canManage ? (
          <EmptyState
            icon={<Globe aria-hidden="true" />}
            title={t("sources.page.emptyTitle")}
            description={t("sources.page.emptyText")}
          />
        ) : null}
        {site ? <SiteSteps site={site} origin={origin} /> : null}
      </CardBody>
      {site && canManage ? (
        <CardFooter className="flex flex-wrap gap-3">
          <ConfirmDialog
            trigger={<Button variant="secondary">{t("sources.page.rotate")}</Button>}
            title={t("sources.page.rotateTitle")}
            description={t("sources.page.rotateText")}
            confirmLabel={t("sources.page.rotate")}
            tone="danger"
            fields={{ intent: "rotateSite" }}
          />
          <SwitchOff
            source="site"
            disabled={site.disabled}
            title={t("sources.page.offTitle")}
            text={t("sources.page.offText")}
          />
        </CardFooter>
      ) : null}
    </Card>
  );
}

function SitePill({ site }: { site: SiteState }) {
  const { t } = useTranslation("tracking");
  if (site.disabled) return <StatusPill label={t("sources.state.off")} />;
  return site.seen ? (
    <StatusPill tone="success" label={t("sources.state.on")} />
  ) : (
    <StatusPill tone="warning" label={t("sources.state.waiting")} />
  );
}

function SiteFacts({ site, zone }: { site: SiteState; zone: string }) {
  const { t } = useTranslation("tracking");
  const message = useMessage();
  const { seen, refused } = site;
  const named = (origin: string | null) => origin ?? t("sources.page.unknownOrigin");
  return (
    <>
      {refused ? (
        <Alert tone="warning" title={t("sources.page.refusedTitle")}>
          <p>
            {message(refused.reason.key, refused.reason.params)}{" "}
            {t("sources.page.refusedFrom", { origin: named(refused.origin) })}{" "}
            <TimeAgo at={refused.at} zone={zone} />
          </p>
        </Alert>
      ) : null}
      <dl className="grid gap-5 sm:grid-cols-2">
        <div className="min-w-0">
          <dt className="text-ink-muted text-sm">{t("sources.page.key")}</dt>
          <dd className="mt-1.5">
            <CopyButton
              value={site.key}
              label={t("sources.copy")}
              copiedLabel={t("sources.copied")}
              aria-label={`${t("sources.copy")}: ${t("sources.page.key")}`}
              showValue
            />
            <p className="mt-1.5 text-ink-muted text-sm">{t("sources.page.keyHint")}</p>
          </dd>
        </div>
        <div>
          <dt className="text-ink-muted text-sm">{t("sources.page.seen")}</dt>
          <dd className="mt-1.5">
            {seen ? (
              <>
                <TimeAgo at={seen.at} zone={zone} className="font-semibold" />
                <p className="text-sm">
                  {seen.what === "test"
                    ? t("sources.page.seenTest", { origin: named(seen.origin) })
                    : t("sources.page.seenOrder", { origin: named(seen.origin) })}
                </p>
              </>
            ) : (
              t("sources.never")
            )}
          </dd>
        </div>
      </dl>
      <div>
        <div className="flex flex-wrap gap-3">
          {site.origins.slice(0, 3).map((shop) => (
            <ButtonLink key={shop} to={testAddress(shop)} variant="secondary" external target="_blank">
              {t("sources.page.test", { shop: new URL(shop).host })}
            </ButtonLink>
          ))}
        </div>
        <p className="mt-2 text-ink-muted text-sm">{t("sources.page.testHint")}</p>
      </div>
    </>
  );
}
