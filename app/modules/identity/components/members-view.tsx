import type { SubmissionResult } from "@conform-to/react";
import { useSearchParams } from "@remix-run/react";
import { Send } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Page as PageOf } from "~/kernel/keyset";
import { ButtonLink } from "~/ui/button";
import { FilterBar } from "~/ui/filter-bar";
import { FormErrorSummary } from "~/ui/form";
import { Split } from "~/ui/page";
import { KeysetPager } from "~/ui/table";
import { OFFICER_ROLES } from "../invitation-rules";
import type { InviteOptions } from "../queries/invite-options.server";
import type { MemberRow } from "../queries/members.server";
import type { PendingInvitation } from "../queries/pending-invitations.server";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";
import { MemberList } from "./member-list";
import { resultFor } from "./result-for";

export type MembersViewProps = {
  members: PageOf<MemberRow>;
  invitations: PendingInvitation[];
  options: InviteOptions;
  lastResult: SubmissionResult<string[]> | undefined;
  /** On an institution's page. */
  institutionId?: string;
};

/** Members, invitations and the form to invite; the form only for those who may. */
export function MembersView({ members, invitations, options, lastResult, institutionId }: MembersViewProps) {
  const [params] = useSearchParams();
  const filtered = Boolean(params.get("q") || params.get("peran"));
  const inviteResult = resultFor("invite", lastResult);
  const main = (
    <>
      {lastResult && !inviteResult ? <FormErrorSummary errors={lastResult.error?.[""]} /> : null}
      {institutionId ? null : <MemberFilter />}
      <MemberList rows={members.rows} filtered={filtered} withPlace={!institutionId} />
      <KeysetPager next={members.next} />
      <InvitationList invitations={invitations} />
    </>
  );
  if (options.roles.length === 0) return <Column>{main}</Column>;
  const scope = institutionId ? { institutionId } : {};
  // A new key once an invitation is on the list gives an empty form for the next one.
  const aside = (
    <InviteForm key={invitations[0]?.id ?? ""} options={options} lastResult={inviteResult} {...scope} />
  );
  return <Split main={main} aside={aside} />;
}

/** On the phone the form stands below the lists: a way there from the top. */
export function InviteLink({ options }: { options: InviteOptions }) {
  const { t } = useTranslation("identity");
  if (options.roles.length === 0) return null;
  return (
    <ButtonLink to="#undang" variant="secondary" className="lg:hidden" icon={<Send aria-hidden="true" />}>
      {t("members.inviteTitle")}
    </ButtonLink>
  );
}

function Column({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-6">{children}</div>;
}

function MemberFilter() {
  const { t } = useTranslation("identity");
  return (
    <FilterBar
      search={{ label: t("members.search"), placeholder: t("members.search") }}
      selects={[
        {
          name: "peran",
          label: t("members.role"),
          allLabel: t("members.allRoles"),
          options: OFFICER_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
        },
      ]}
    />
  );
}
