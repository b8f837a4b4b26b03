import { MessageCircle, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { whatsappLink } from "~/modules/institutions/whatsapp";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { FormErrorSummary } from "~/ui/form";
import { Page, PageHeader, Section, Split } from "~/ui/page";
import { Timeline, type TimelineItem } from "~/ui/status";
import type { MyClaim } from "../queries/my-claim.server";
import { NextStepOfClaim } from "./next-step-of-claim";
import { StatusOfClaim } from "./status-of-claim";
import { WithdrawDialog } from "./withdraw-dialog";

interface WorkspacePageProps {
  claim: MyClaim;
  /** Name of the influencer, for the message to the Lapas. */
  name: string;
  /** What an officer is looking at, if anything. */
  notice: ReactNode;
  /** The brief that was agreed to, and what it offers. */
  brief: ReactNode;
  terms: ReactNode;
  /** Link, coupon and QR of an accepted claim. */
  links: ReactNode;
  /** What the claim owes. */
  deliverables: ReactNode;
  errors: string[];
}

/** One's own claim: whose turn it is, what to share, what to make, and the brief that was agreed to. */
export function WorkspacePage(props: WorkspacePageProps) {
  const { claim, name, notice, brief, terms, links, deliverables, errors } = props;
  const { t } = useTranslation("claims");
  const { institution } = claim;
  return (
    <Page width="wide">
      <PageHeader
        back={{ to: "/klaim", label: t("workspace.back") }}
        eyebrow={institution.name}
        title={claim.brief.title}
        meta={<StatusOfClaim status={claim.status} />}
      />
      <FormErrorSummary errors={errors} />
      <NextStepOfClaim
        step={claim.nextStep}
        institution={institution.name}
        zone={institution.timeZone}
        now={claim.now}
        action={
          claim.mayReapply ? (
            <ButtonLink to={`/brief/${claim.campaign.slug}`} icon={<RotateCcw aria-hidden="true" />}>
              {t("workspace.reapply")}
            </ButtonLink>
          ) : null
        }
      />
      <Decision claim={claim} />
      {notice}
      <Split
        main={
          <>
            {links}
            {claim.status === "ACCEPTED" ? (
              <Section title={t("workspace.deliverables")} description={t("workspace.deliverablesHint")}>
                {deliverables}
              </Section>
            ) : null}
            <AgreedBrief claim={claim}>{brief}</AgreedBrief>
          </>
        }
        aside={
          <Aside claim={claim} name={name}>
            {terms}
          </Aside>
        }
      />
    </Page>
  );
}

/** The reason of a decision or a withdrawal: no end without one being shown. */
function Decision({ claim }: { claim: MyClaim }) {
  const { t } = useTranslation("claims");
  if (!claim.decisionReason) return null;
  const rejected = claim.status === "REJECTED";
  return (
    <Alert tone={rejected ? "warning" : "info"} title={t(rejected ? "list.reason" : "list.ownReason")}>
      <p className="whitespace-pre-line">{claim.decisionReason}</p>
    </Alert>
  );
}

function AgreedBrief({ claim, children }: { claim: MyClaim; children: ReactNode }) {
  const { t } = useTranslation("claims");
  return (
    <Card as="section">
      <CardHeader
        title={t("workspace.brief")}
        description={t("workspace.revision", { number: claim.revision })}
      />
      <CardBody className="flex flex-col gap-6">
        {claim.briefMovedOn ? (
          <Alert tone="info">{t("workspace.movedOn", { number: claim.revision })}</Alert>
        ) : null}
        {children}
      </CardBody>
    </Card>
  );
}

function Aside({ claim, name, children }: { claim: MyClaim; name: string; children: ReactNode }) {
  const { t } = useTranslation("claims");
  const { institution, brief } = claim;
  return (
    <>
      <Card as="section">
        <CardBody>{children}</CardBody>
      </Card>
      <Card as="section">
        <CardHeader title={t("workspace.timeline")} />
        <CardBody>
          <Timeline zone={institution.timeZone} items={useEvents(claim)} />
          <div className="mt-5 flex flex-wrap gap-2 border-line border-t pt-4">
            {institution.whatsapp ? (
              <ButtonLink
                href={whatsappLink(
                  institution.whatsapp,
                  t("workspace.askText", { name, title: brief.title }),
                )}
                external
                variant="secondary"
                size="sm"
                icon={<MessageCircle aria-hidden="true" />}
              >
                {t("workspace.askLapas")}
              </ButtonLink>
            ) : null}
            {claim.withdrawal ? <WithdrawDialog withdrawal={claim.withdrawal} /> : null}
          </div>
        </CardBody>
      </Card>
    </>
  );
}

function useEvents(claim: MyClaim): TimelineItem[] {
  const { t } = useTranslation("claims");
  const events: TimelineItem[] = [
    {
      at: claim.appliedAt,
      title: t("workspace.applied"),
      description: <p className="whitespace-pre-line">“{claim.message}”</p>,
      tone: "info",
    },
  ];
  if (claim.decidedAt) {
    const rejected = claim.status === "REJECTED";
    events.push({
      at: claim.decidedAt,
      title: t(rejected ? "workspace.rejected" : "workspace.accepted"),
      tone: rejected ? "danger" : "success",
    });
  }
  return events.reverse();
}
