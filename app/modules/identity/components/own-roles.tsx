import { Form } from "@remix-run/react";
import { BadgeCheck, LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Alert } from "~/ui/feedback";
import type { OwnMembership } from "../queries/own-account.server";

/** What the person may act as, and the way out. */
export function OwnRoles({ memberships }: { memberships: OwnMembership[] }) {
  const { t } = useTranslation("identity");
  return (
    <section aria-label={t("account.rolesTitle")} className="flex flex-col gap-4">
      {memberships.length === 0 ? <Alert tone="warning">{t("account.noRoles")}</Alert> : null}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <ul className="flex flex-wrap gap-2">
          {memberships.map(({ id, role, institution, region }) => (
            <li
              key={id}
              className="flex items-center gap-2.5 rounded-control border border-line bg-surface px-3.5 py-2"
            >
              <BadgeCheck aria-hidden="true" className="size-5 text-accent-ink" />
              <span className="text-sm">
                <span className="font-semibold">{t(`role.${role}`)}</span>
                {institution || region ? (
                  <span className="text-ink-muted"> · {institution?.name ?? region?.name}</span>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
        <Form method="post" action="/keluar">
          <Button type="submit" variant="secondary" icon={<LogOut aria-hidden="true" />}>
            {t("account.signOut")}
          </Button>
        </Form>
      </div>
    </section>
  );
}
