import { Link } from "@remix-run/react";
import { Award, CalendarClock, MapPin, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asZone } from "~/kernel/time";
import { Badge, type Tone } from "~/ui/badge";
import { Card } from "~/ui/card";
import { cn } from "~/ui/cn";
import { useFormat } from "~/ui/format";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { commissionFor, daysLeft } from "../campaign";
import type { BoardCard } from "../queries/campaign-board.server";

const SIZES = "(min-width: 80rem) 24rem, (min-width: 40rem) 45vw, 100vw";

const CLAIM_TONES: Record<NonNullable<BoardCard["claim"]>["status"], Tone> = {
  APPLIED: "info",
  ACCEPTED: "success",
  REJECTED: "neutral",
  WITHDRAWN: "neutral",
};

/** A brief on the board: the goods first, then what one earns, who asks, and how long there is time. */
export function BriefCard({ card, now, priority }: { card: BoardCard; now: Date; priority: boolean }) {
  const { t } = useTranslation(["campaigns", "creators", "products"]);
  const full = card.availability === "full";
  return (
    <Card as="article" interactive className="h-full overflow-hidden">
      <div className="relative">
        <Picture card={card} priority={priority} />
        <div className="absolute inset-x-3 top-3 flex flex-wrap gap-1.5">
          {card.product.isFlagship ? (
            <Badge tone="accent" icon={<Award aria-hidden="true" />} className="shadow-card">
              {t("products:flagship")}
            </Badge>
          ) : null}
          {card.claim ? (
            <Badge tone={CLAIM_TONES[card.claim.status]} className="shadow-card">
              {t(`campaigns:board.mine.${card.claim.status}`)}
            </Badge>
          ) : null}
        </div>
      </div>
      <div className="flex grow flex-col gap-3 p-4 sm:p-5">
        <Earning card={card} muted={full} />
        <div>
          <h2 className="text-balance text-title">
            <Link to={`/brief/${card.slug}`} prefetch="intent" className="after:absolute after:inset-0">
              {card.title}
            </Link>
          </h2>
          <p className="mt-1 flex items-start gap-1.5 text-ink-muted text-sm">
            <MapPin aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {card.institution.name}
          </p>
        </div>
        <ul className="flex flex-wrap gap-1.5" aria-label={t("campaigns:board.platform")}>
          {card.platforms.map((platform) => (
            <li key={platform}>
              <Badge>{t(`creators:platform.${platform}`)}</Badge>
            </li>
          ))}
        </ul>
        <Time card={card} now={now} />
      </div>
    </Card>
  );
}

function Picture({ card, priority }: { card: BoardCard; priority: boolean }) {
  const { picture } = card;
  if (!picture) return <PhotoPlaceholder ratio="16/11" />;
  return (
    <Photo
      sources={picture.sources}
      alt={picture.alt}
      sizes={SIZES}
      ratio="16/11"
      placeholderColor={picture.colour}
      priority={priority}
    />
  );
}

/** The commission large; of a percentage also what it comes to at the product's price. */
function Earning({ card, muted }: { card: BoardCard; muted: boolean }) {
  const { t } = useTranslation("campaigns");
  const { rupiah, percent } = useFormat();
  const { commission } = card;
  const each = rupiah(commissionFor(card, card.product.priceRupiah));
  const isPercent = commission.kind === "percent";
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span
        className={cn("tabular font-extrabold text-heading", muted ? "text-ink-muted" : "text-brand-ink")}
      >
        {isPercent ? percent(commission.basisPoints / 10_000, 2) : each}
      </span>
      <span className="text-ink-muted text-sm">
        {isPercent ? t("commission.ofSale", { amount: each }) : t("commission.perSale")}
      </span>
    </p>
  );
}

function Time({ card, now }: { card: BoardCard; now: Date }) {
  const { t } = useTranslation("campaigns");
  const { day } = useFormat();
  const zone = asZone(card.timeZone);
  const left = daysLeft(card.closesAt, now);
  const time =
    card.availability === "upcoming"
      ? t("board.opensOn", { date: day(card.opensAt, zone) })
      : left <= 1
        ? t("board.lastDay")
        : t("board.daysLeft", { count: left });
  const urgent = card.availability !== "upcoming" && left <= 3;
  return (
    <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t pt-3 text-sm">
      <p
        className={cn("flex items-center gap-1.5", card.slotsLeft === 0 ? "text-ink-muted" : "font-semibold")}
      >
        <Users aria-hidden="true" className="size-4" />
        {card.slotsLeft === 0 ? t("board.noSlots") : t("board.slotsLeft", { count: card.slotsLeft })}
      </p>
      <p
        className={cn(
          "flex items-center gap-1.5",
          urgent ? "font-semibold text-warning-ink" : "text-ink-muted",
        )}
      >
        <CalendarClock aria-hidden="true" className="size-4" />
        {time}
      </p>
    </div>
  );
}
