import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Avatar } from "~/ui/avatar";
import { Badge } from "~/ui/badge";
import { cn } from "~/ui/cn";
import type { DemoAccount } from "../queries/demo-accounts.server";

/** The demo accounts: a press fills the form above. They are links, so that it works without JavaScript too. */
export function DemoAccounts({ accounts, chosen }: { accounts: DemoAccount[]; chosen: string | null }) {
  const { t } = useTranslation("identity");
  const [params] = useSearchParams();
  const to = (email: string) => {
    const next = new URLSearchParams(params);
    next.set("demo", email);
    return `?${next}`;
  };
  return (
    <section
      aria-labelledby="demo-title"
      className="rounded-card border border-line border-dashed p-4 sm:p-5"
    >
      <h2 id="demo-title" className="flex items-center gap-2 font-bold">
        {t("signIn.demoTitle")} <Badge tone="demo">Demo</Badge>
      </h2>
      <p className="mt-1 text-ink-muted text-sm">{t("signIn.demoText")}</p>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <Link
              to={to(account.email)}
              replace
              aria-current={account.email === chosen ? "true" : undefined}
              className={cn(
                "flex h-full min-h-14 items-center gap-3 rounded-control border border-line bg-surface px-3 py-2 transition-colors hover:border-line-strong hover:bg-brand-soft/55",
                account.email === chosen && "border-brand bg-brand-soft/70",
              )}
            >
              <Avatar name={account.name} size="sm" />
              <span className="min-w-0">
                <span className="block font-semibold text-sm leading-tight">{t(`role.${account.role}`)}</span>
                <span className="block truncate text-ink-muted text-xs">{account.name}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
