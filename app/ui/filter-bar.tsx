import { Form, Link, useLocation, useSearchParams } from "@remix-run/react";
import { Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { cn } from "~/ui/cn";
import { Input, Select } from "~/ui/input";

export interface FilterSelect {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** The choice that filters nothing: "Semua wilayah". */
  allLabel?: string;
}

export interface FilterBarProps {
  /** The search box; left out where there is nothing to search. */
  search?: { name?: string; label: string; placeholder?: string };
  selects?: FilterSelect[];
  /** Further parameters to carry along, such as `sort`. */
  keep?: string[];
  /** Beside the button: a count, a further control with a name. */
  children?: ReactNode;
  className?: string;
}

interface Chip {
  name: string;
  text: string;
}

/** Search and filters as a GET form; what is set shows as chips, each of which a press takes away. */
export function FilterBar({ search, selects = [], keep = ["sort"], children, className }: FilterBarProps) {
  const { t } = useTranslation("ui");
  const [params] = useSearchParams();
  const searchName = search?.name ?? "q";
  const chips = activeChips(params, search ? { name: searchName, label: search.label } : null, selects);
  return (
    <search className={cn("flex flex-col gap-3", className)}>
      {/* The key gives the uncontrolled inputs their new values when the address changes. */}
      <Form
        method="get"
        preventScrollReset
        key={params.toString()}
        className="flex flex-wrap items-end gap-3"
      >
        {keep.map((name) => {
          const value = params.get(name);
          return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
        })}
        {search ? (
          <label className="relative min-w-full grow basis-64 sm:min-w-0">
            <span className="sr-only">{search.label}</span>
            <Search
              aria-hidden="true"
              className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3.5 size-4.5 text-ink-muted"
            />
            <Input
              type="search"
              name={searchName}
              defaultValue={params.get(searchName) ?? ""}
              placeholder={search.placeholder ?? search.label}
              className="pl-10.5"
            />
          </label>
        ) : null}
        {selects.map((select) => (
          <label
            key={select.name}
            className="flex min-w-36 grow basis-36 flex-col gap-1 sm:grow-0 sm:basis-48"
          >
            <span className="text-ink-muted text-xs">{select.label}</span>
            <Select name={select.name} defaultValue={params.get(select.name) ?? ""}>
              <option value="">{select.allLabel ?? t("filter.all")}</option>
              {select.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          </label>
        ))}
        <Button type="submit" variant="secondary" className="grow sm:grow-0">
          {t("filter.apply")}
        </Button>
        {children}
      </Form>
      <Chips chips={chips} params={params} />
    </search>
  );
}

function Chips({ chips, params }: { chips: Chip[]; params: URLSearchParams }) {
  const { t } = useTranslation("ui");
  const { pathname } = useLocation();
  if (chips.length === 0) return null;
  const without = (names: string[]) => {
    const next = new URLSearchParams(params);
    for (const name of [...names, "cursor"]) next.delete(name);
    return next.size > 0 ? `${pathname}?${next}` : pathname;
  };
  return (
    <ul aria-label={t("filter.active")} className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <li key={chip.name}>
          <Link
            to={without([chip.name])}
            preventScrollReset
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-brand-soft pr-2 pl-3 font-medium text-brand-ink text-sm hover:bg-brand hover:text-on-brand pointer-coarse:min-h-11"
          >
            {chip.text}
            <X aria-hidden="true" className="size-4" />
            <span className="sr-only">{t("filter.remove")}</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link
            to={without(chips.map((chip) => chip.name))}
            preventScrollReset
            className="inline-flex min-h-9 items-center px-2 font-semibold text-brand-ink text-sm underline underline-offset-4"
          >
            {t("filter.clear")}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function activeChips(
  params: URLSearchParams,
  search: { name: string; label: string } | null,
  selects: FilterSelect[],
): Chip[] {
  const words = search ? params.get(search.name) : null;
  const chips: Chip[] = search && words ? [{ name: search.name, text: `“${words}”` }] : [];
  for (const select of selects) {
    const option = select.options.find((entry) => entry.value === params.get(select.name));
    if (option) chips.push({ name: select.name, text: `${select.label}: ${option.label}` });
  }
  return chips;
}
