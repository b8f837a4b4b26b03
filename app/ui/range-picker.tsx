import { Form, Link, useLocation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PERIOD_PRESETS, type PeriodPreset, presetPeriod } from "~/kernel/period";
import type { Zone } from "~/kernel/time";
import { Button } from "~/ui/button";
import { cn } from "~/ui/cn";
import { Input } from "~/ui/input";

export interface RangePickerProps {
  /** First and last day shown, both included, `YYYY-MM-DD`. */
  from: string;
  to: string;
  presets?: readonly PeriodPreset[];
  zone?: Zone;
  /** The moment that "the last days" count back from; the loader's, so that server and browser agree. */
  now?: Date;
  className?: string;
}

/** Chooses the days that a page is about. A GET form and links: the range is in the address and can be shared. */
export function RangePicker({
  from,
  to,
  presets = PERIOD_PRESETS,
  zone = "Asia/Jakarta",
  now = new Date(),
  className,
}: RangePickerProps) {
  const { t } = useTranslation("ui");
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const kept = [...params].filter(([name]) => !["from", "to", "cursor"].includes(name));
  return (
    <div className={cn("flex flex-wrap items-end gap-x-4 gap-y-3", className)}>
      <nav
        aria-label={t("range.label")}
        className="flex max-w-full overflow-x-auto rounded-control border border-line bg-surface p-1 [scrollbar-width:none]"
      >
        {presets.map((preset) => {
          const period = presetPeriod(preset, now, zone);
          const query = new URLSearchParams([...kept, ["from", period.from], ["to", period.to]]);
          const active = period.from === from && period.to === to;
          return (
            <Link
              key={preset}
              to={`${pathname}?${query}`}
              preventScrollReset
              aria-current={active ? "true" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center whitespace-nowrap rounded-md px-3 font-semibold text-ink-muted text-sm hover:text-ink pointer-coarse:min-h-11",
                active && "bg-brand-soft text-brand-ink hover:text-brand-ink",
              )}
            >
              {t(`range.${preset}`)}
            </Link>
          );
        })}
      </nav>
      <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-2" key={`${from}${to}`}>
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label className="flex flex-col gap-1 text-ink-muted text-xs">
          {t("range.from")}
          <Input
            type="date"
            name="from"
            defaultValue={from}
            max={to}
            required
            className="tabular w-auto text-sm"
          />
        </label>
        <label className="flex flex-col gap-1 text-ink-muted text-xs">
          {t("range.to")}
          <Input type="date" name="to" defaultValue={to} required className="tabular w-auto text-sm" />
        </label>
        <Button type="submit" variant="secondary">
          {t("range.apply")}
        </Button>
      </Form>
    </div>
  );
}
