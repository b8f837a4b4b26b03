import { Link } from "@remix-run/react";
import {
  BadgeAlert,
  BadgeCheck,
  Clapperboard,
  FilePen,
  HandCoins,
  Link2Off,
  type LucideIcon,
  Megaphone,
  PartyPopper,
  ShieldQuestion,
  Star,
  UserRoundCheck,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { LICENCE_KINDS, type LicenceKind } from "~/modules/products/licences";
import { CHANNELS, type Channel } from "~/modules/products/listings";
import { cn } from "~/ui/cn";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { InstitutionTodo } from "../queries/institution-todo.server";
import type { TodoItem, TodoKind } from "../todo";

const ICONS: Record<TodoKind, LucideIcon> = {
  CONTENT: Clapperboard,
  CLAIMS: UserRoundCheck,
  BROKEN_LINK: Link2Off,
  REVIEWS: ShieldQuestion,
  CONVERSIONS: HandCoins,
  LICENCE_EXPIRED: BadgeAlert,
  LICENCE_EXPIRING: BadgeCheck,
  CAMPAIGN_DRAFT: FilePen,
  NO_FLAGSHIP: Star,
  NO_CAMPAIGN: Megaphone,
};

type Props = {
  todo: InstitutionTodo;
  institution: { slug: string; name: string; timeZone: string };
  now: Date;
};

/** "What do I do today": what waits for the Lapas, most pressing first, each a press away. */
export function TodoPanel({ todo, institution, now }: Props) {
  const { t } = useTranslation("impact");
  return (
    <section className="relative overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 pt-5 sm:px-6">
        <h2 className="text-title">{t("todo.title")}</h2>
        <p className="text-ink-muted text-xs">{t("todo.who", { institution: institution.name })}</p>
      </header>
      {todo.items.length === 0 ? (
        <EmptyState
          icon={<PartyPopper />}
          title={t("todo.none")}
          description={t("todo.noneHint")}
          className="m-5 sm:m-6"
        />
      ) : (
        <ol className="mt-3 divide-y divide-line border-line border-t">
          {todo.items.map((item) => (
            <TodoLine key={item.key} item={item} institution={institution} now={now} />
          ))}
        </ol>
      )}
      {todo.more > 0 ? (
        <p className="border-line border-t px-5 py-3 text-ink-muted text-sm sm:px-6">
          {t("todo.more", { count: todo.more })}
        </p>
      ) : null}
    </section>
  );
}

function TodoLine({ item, institution, now }: { item: TodoItem } & Pick<Props, "institution" | "now">) {
  const { t } = useTranslation("impact");
  const Icon = ICONS[item.kind];
  const urgent = item.until !== null && item.until < now;
  return (
    <li className="relative flex items-center gap-4 px-5 py-3.5 hover:bg-surface-sunken/50 sm:px-6">
      <span
        className={cn(
          "grid size-10 shrink-0 place-items-center rounded-full [&_svg]:size-5",
          urgent ? "bg-danger-soft text-danger-ink" : "bg-accent-soft text-accent-ink",
        )}
      >
        <Icon aria-hidden="true" />
      </span>
      <div className="min-w-0 grow">
        <Link
          to={`/lapas/${institution.slug}/${item.path}`}
          className="font-semibold before:absolute before:inset-0 focus-visible:outline-offset-4"
        >
          {t(`todo.kind.${item.kind}`, { subject: item.subject ?? "", count: item.count })}
        </Link>
        <TodoMeta item={item} zone={institution.timeZone} urgent={urgent} />
      </div>
      <span aria-hidden="true" className="hidden shrink-0 font-semibold text-brand-ink text-sm sm:block">
        {t(`todo.action.${item.kind}`)} →
      </span>
    </li>
  );
}

type MetaProps = { item: TodoItem; zone: string; urgent: boolean };

function TodoMeta({ item, zone, urgent }: MetaProps) {
  const { t } = useTranslation("impact");
  const context = useContextText(item);
  const { date, day } = useFormat();
  const when = item.until
    ? t(urgent ? "todo.overdue" : "todo.until", { date: date(item.until, zone) })
    : item.since
      ? t("todo.since", { date: day(item.since, zone) })
      : null;
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-muted text-sm">
      {context ? <span className="min-w-0">{context}</span> : null}
      {when ? <span className={cn(urgent && "font-semibold text-danger-ink")}>{when}</span> : null}
    </p>
  );
}

function useContextText(item: TodoItem): string | null {
  const { t } = useTranslation(["impact", "products"]);
  switch (item.kind) {
    case "NO_FLAGSHIP":
    case "NO_CAMPAIGN":
    case "CAMPAIGN_DRAFT":
    case "CONVERSIONS":
      return t(`impact:todo.context.${item.kind}`);
    case "BROKEN_LINK":
      return isChannel(item.context) ? t(`products:channel.${item.context}`) : null;
    case "LICENCE_EXPIRED":
    case "LICENCE_EXPIRING":
      return isLicenceKind(item.context) ? t(`products:licence.kind.${item.context}`) : null;
    default:
      return item.context;
  }
}

function isChannel(text: string | null): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}

function isLicenceKind(text: string | null): text is LicenceKind {
  return LICENCE_KINDS.some((kind) => kind === text);
}
