import { Link } from "@remix-run/react";
import { Download, Scale } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { KeysetPager } from "~/ui/table";
import type { ClaimSales, ClaimSalesTotals } from "../queries/claim-sales.server";
import { RuleWords } from "./rule-words";
import { SalesList } from "./sales-list";

/** An influencer's orders of one claim: what is credited, what is not and why, and the rule that decides. */
export function SalesPage({ sales }: { sales: ClaimSales }) {
  const { t } = useTranslation("tracking");
  const { claim, rows, next, rule, totals } = sales;
  const base = `/klaim/${claim.id}`;
  return (
    <Page>
      <PageHeader
        eyebrow={claim.institution}
        title={t("sales.title")}
        description={claim.campaign}
        back={{ to: base, label: t("sales.back") }}
        actions={
          <ButtonLink
            href={`${base}/penjualan.csv`}
            download
            variant="secondary"
            icon={<Download aria-hidden="true" />}
          >
            {t("ledger.csv")}
          </ButtonLink>
        }
      />
      <SalesTotals claimId={claim.id} totals={totals} none={rows.length === 0} />
      <SalesList rows={rows} zone={claim.timeZone} />
      <KeysetPager next={next} labels={{ next: t("ledger.next"), prev: t("ledger.previous") }} />
      {rule ? (
        <Card as="section">
          <CardHeader
            icon={<Scale aria-hidden="true" />}
            title={t("sales.ruleTitle")}
            description={t("sales.ruleText")}
          />
          <CardBody>
            <RuleWords rule={rule} />
          </CardBody>
        </Card>
      ) : null}
    </Page>
  );
}

/** What is credited. Where nobody reported an order there is no figure, not a zero. */
function SalesTotals(props: { claimId: string; totals: ClaimSalesTotals; none: boolean }) {
  const { claimId, totals, none } = props;
  const { t } = useTranslation("tracking");
  const format = useFormat();
  return (
    <StatGroup columns={3}>
      <Stat label={t("sales.orders")} value={none ? null : format.number(totals.orders)} />
      <Stat
        label={t("sales.value")}
        value={none ? null : format.rupiah(totals.netRupiah)}
        hint={t("sales.valueHint")}
      />
      <Stat
        label={t("sales.commission")}
        value={none ? null : format.rupiah(totals.commissionRupiah)}
        hint={
          totals.heldRupiah > 0n ? (
            <Link
              to={`/klaim/${claimId}/pemeriksaan`}
              className="inline-flex min-h-6 items-center font-semibold text-warning-ink underline underline-offset-4"
            >
              {t("sales.heldPart", { amount: format.rupiah(totals.heldRupiah) })}
            </Link>
          ) : undefined
        }
      />
    </StatGroup>
  );
}

/** The same on the claim's own page: the totals, and the way to the list. */
export function SalesPanel({ sales }: { sales: ClaimSales }) {
  const { t } = useTranslation("tracking");
  return (
    <Card as="section">
      <CardHeader
        title={t("sales.title")}
        description={t("sales.panelText")}
        actions={
          <ButtonLink to={`/klaim/${sales.claim.id}/penjualan`} variant="secondary" size="sm">
            {t("sales.all")}
          </ButtonLink>
        }
      />
      <CardBody>
        <SalesTotals claimId={sales.claim.id} totals={sales.totals} none={sales.rows.length === 0} />
      </CardBody>
    </Card>
  );
}
