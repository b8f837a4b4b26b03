import { CalendarRange, Link2, Scale, Timer, Users } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import { useRuleText } from "../attribution-text";
import type { BriefDraft } from "../brief.schemas";
import { exampleCommission } from "../campaign";
import { lastInstant } from "../campaign-window";
import { useCommissionText } from "./commission-text";

/** How many orders the example counts: enough to imagine, few enough to believe. */
const EXAMPLE_ORDERS = 20;

interface BriefTermsProps {
  brief: BriefDraft;
  product: { name: string; priceRupiah: bigint };
  zone: Zone;
  /** Slots that are left; null where that is of no matter (a preview, one's own claim). */
  slotsLeft: number | null;
  /** Who reads: to the Lapas the commission is what it pays. */
  reader?: "influencer" | "lapas";
}

/** What is offered: commission with an example, slots, period, attribution window, destination. */
export function BriefTerms({ brief, product, zone, slotsLeft, reader = "influencer" }: BriefTermsProps) {
  const { t } = useTranslation(["campaigns", "products"]);
  const { date } = useFormat();
  const ruleText = useRuleText();
  const missing = t("campaigns:brief.draftMissing");
  const { destination } = brief;
  const period =
    brief.opensAt && brief.closesAt
      ? t("campaigns:brief.periodValue", {
          from: date(brief.opensAt, zone),
          to: date(lastInstant(brief.closesAt), zone),
        })
      : missing;
  return (
    <div className="flex flex-col gap-5">
      <Commission brief={brief} product={product} reader={reader} />
      <dl className="flex flex-col gap-3.5">
        <Term icon={<Users aria-hidden="true" />} name={t("campaigns:brief.slots")}>
          {brief.slots === null
            ? missing
            : slotsLeft === null
              ? t("campaigns:brief.slotsTotal", { count: brief.slots })
              : t("campaigns:brief.slotsValue", { left: slotsLeft, slots: brief.slots })}
        </Term>
        <Term icon={<CalendarRange aria-hidden="true" />} name={t("campaigns:brief.period")}>
          {period}
        </Term>
        <Term
          icon={<Timer aria-hidden="true" />}
          name={t("campaigns:brief.window")}
          hint={t(`campaigns:brief.windowHint.${reader}`)}
        >
          {t("campaigns:brief.windowDays", { count: brief.attributionWindowDays })}
        </Term>
        <Term icon={<Scale aria-hidden="true" />} name={t("campaigns:attribution.title")}>
          {t(`campaigns:attribution.modelName.${brief.attribution.model}`)}
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-4 font-normal text-ink-muted text-xs">
            {ruleText(brief.attribution).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Term>
        <Term icon={<Link2 aria-hidden="true" />} name={t(`campaigns:brief.destination.${reader}`)}>
          {destination.kind === "product"
            ? t("campaigns:brief.destinationProduct")
            : t(`products:channel.${destination.channel}`)}
        </Term>
      </dl>
    </div>
  );
}

function Commission({
  brief,
  product,
  reader,
}: Required<Pick<BriefTermsProps, "brief" | "product" | "reader">>) {
  const { t } = useTranslation("campaigns");
  const { rupiah } = useFormat();
  const commissionText = useCommissionText();
  const { commission } = brief;
  if (!commission) return <p className="text-ink-subtle italic">{t("brief.draftMissing")}</p>;
  const example = exampleCommission({ commission }, product.priceRupiah, EXAMPLE_ORDERS);
  const price = rupiah(product.priceRupiah);
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="text-ink-muted text-sm">{t(`brief.commission.${reader}`)}</p>
        <p className="tabular font-extrabold text-brand-ink text-heading">{commissionText(commission)}</p>
      </div>
      <div className="rounded-control bg-brand-soft/60 px-3.5 py-3 text-sm">
        <p className="font-semibold">{t("brief.example")}</p>
        <dl className="mt-1.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
          <dt className="text-ink-muted">{t("brief.exampleEach", { product: product.name, price })}</dt>
          <dd className="tabular text-right font-semibold">{rupiah(example.each)}</dd>
          <dt className="text-ink-muted">{t("brief.exampleTotal", { orders: EXAMPLE_ORDERS })}</dt>
          <dd className="tabular text-right font-semibold">{rupiah(example.total)}</dd>
        </dl>
        <p className="mt-1.5 text-ink-muted text-xs">{t("brief.exampleHint", { price })}</p>
      </div>
    </div>
  );
}

interface TermProps {
  icon: ReactNode;
  name: string;
  hint?: string;
  children: ReactNode;
}

function Term({ icon, name, hint, children }: TermProps) {
  return (
    <div className="relative pl-8">
      <dt className="text-ink-muted text-sm [&_svg]:absolute [&_svg]:top-0.5 [&_svg]:left-0 [&_svg]:size-5 [&_svg]:text-accent-ink">
        {icon}
        {name}
      </dt>
      <dd className="font-semibold">
        {children}
        {hint ? <span className="block font-normal text-ink-muted text-xs">{hint}</span> : null}
      </dd>
    </div>
  );
}
