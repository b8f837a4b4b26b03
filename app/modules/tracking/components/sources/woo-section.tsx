import { Form } from "@remix-run/react";
import { ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { ConfirmDialog } from "~/ui/dialog";
import { Alert, EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { StatusPill } from "~/ui/status";
import { TimeAgo } from "~/ui/time-ago";
import type { OrderSources, WooState } from "../../queries/order-sources.server";
import { wooAddress } from "../../source-snippets";
import { DeliveryList } from "./delivery-list";
import { SwitchOff } from "./switch-off";
import { WooSteps } from "./woo-steps";

type Props = { sources: OrderSources; origin: string; base: string; zone: string; canManage: boolean };

/** WooCommerce: its address, how its deliveries fare, and how to set it up. */
export function WooSection({ sources, origin, base, zone, canManage }: Props) {
  const { t } = useTranslation("tracking");
  const { woo, site } = sources;
  return (
    <Card as="section">
      <CardHeader
        title={t("sources.woo.title")}
        description={t("sources.woo.description")}
        actions={woo ? <WooPill woo={woo} /> : undefined}
      />
      <CardBody className="flex flex-col gap-6">
        {woo ? (
          <>
            <WooFacts woo={woo} origin={origin} zone={zone} />
            <DeliveryList rows={woo.deliveries} base={base} zone={zone} />
            <WooSteps origin={origin} siteKey={site?.key ?? null} />
          </>
        ) : (
          <EmptyState
            icon={<ShoppingCart aria-hidden="true" />}
            title={t("sources.woo.emptyTitle")}
            description={canManage ? t("sources.woo.emptyText") : t("sources.page.emptyText")}
            action={canManage ? <CreateWoo /> : undefined}
          />
        )}
      </CardBody>
      {woo && canManage ? (
        <CardFooter className="flex flex-wrap gap-3">
          <ConfirmDialog
            trigger={<Button variant="secondary">{t("sources.woo.rotate")}</Button>}
            title={t("sources.woo.rotateTitle")}
            description={t("sources.woo.rotateText")}
            confirmLabel={t("sources.woo.rotate")}
            fields={{ intent: "rotateWoo" }}
          />
          <SwitchOff
            source="woo"
            disabled={woo.disabled}
            title={t("sources.woo.offTitle")}
            text={t("sources.woo.offText")}
          />
        </CardFooter>
      ) : null}
    </Card>
  );
}

function CreateWoo() {
  const { t } = useTranslation("tracking");
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="createWoo">
        {t("sources.woo.create")}
      </Button>
    </Form>
  );
}

function WooPill({ woo }: { woo: WooState }) {
  const { t } = useTranslation("tracking");
  if (woo.disabled) return <StatusPill label={t("sources.state.off")} />;
  return woo.deliveredAt ? (
    <StatusPill tone="success" label={t("sources.state.on")} />
  ) : (
    <StatusPill tone="warning" label={t("sources.state.waiting")} />
  );
}

function WooFacts({ woo, origin, zone }: { woo: WooState; origin: string; zone: string }) {
  const { t } = useTranslation("tracking");
  const { dateTime } = useFormat();
  return (
    <>
      {woo.unsignedAt ? (
        <Alert tone="danger" title={t("sources.woo.unsignedTitle")}>
          <p>
            {t("sources.woo.unsignedText")} <TimeAgo at={woo.unsignedAt} zone={zone} />
          </p>
        </Alert>
      ) : null}
      {woo.previousUntil ? (
        <Alert tone="info">{t("sources.woo.oldSecret", { date: dateTime(woo.previousUntil, zone) })}</Alert>
      ) : null}
      <div className="min-w-0">
        <p className="mb-1.5 text-ink-muted text-sm">{t("sources.woo.address")}</p>
        <CopyButton
          value={wooAddress(origin, woo.id)}
          label={t("sources.copy")}
          copiedLabel={t("sources.copied")}
          aria-label={`${t("sources.copy")}: ${t("sources.woo.address")}`}
          showValue
        />
      </div>
      <dl className="grid gap-5 sm:grid-cols-2">
        <Moment label={t("sources.woo.last")} at={woo.deliveredAt} zone={zone} />
        <Moment label={t("sources.woo.ping")} at={woo.pingedAt} zone={zone} />
      </dl>
    </>
  );
}

function Moment({ label, at, zone }: { label: string; at: Date | null; zone: string }) {
  const { t } = useTranslation("tracking");
  return (
    <div>
      <dt className="text-ink-muted text-sm">{label}</dt>
      <dd className="mt-1 font-semibold">{at ? <TimeAgo at={at} zone={zone} /> : t("sources.never")}</dd>
    </div>
  );
}
