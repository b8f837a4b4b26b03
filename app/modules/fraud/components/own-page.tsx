import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert, EmptyState } from "~/ui/feedback";
import { Page, PageHeader } from "~/ui/page";
import { NextStep, StatusPill } from "~/ui/status";
import type { OwnCase, OwnCases } from "../queries/own-cases.server";
import { AnswerForm } from "./answer-form";
import { CaseTimeline } from "./case-timeline";
import { STATE_TONES, stateOf } from "./case-tones";
import { HeldText } from "./own-notice";

type OwnPageProps = {
  own: OwnCases;
  accept: string;
  maxBytes: number;
  reply: SubmissionResult<string[]> | undefined;
};

/** The influencer's side of a review: what waits and why, what is asked, who decides and until when. */
export function OwnPage({ own, accept, maxBytes, reply }: OwnPageProps) {
  const { t } = useTranslation("fraud");
  return (
    <Page width="narrow">
      <PageHeader
        eyebrow={own.institution.name}
        title={t("own.title")}
        description={t("own.description")}
        back={{ to: `/klaim/${own.claimId}`, label: t("own.back") }}
        meta={<span>{own.campaign}</span>}
      />
      {own.cases.length === 0 ? <EmptyState title={t("own.empty")} /> : null}
      {own.cases.map((fraudCase) => (
        <OwnCaseCard
          key={fraudCase.id}
          fraudCase={fraudCase}
          own={own}
          form={
            fraudCase.status === "ASKED" ? (
              <AnswerForm
                key={fraudCase.events.length}
                caseId={fraudCase.id}
                accept={accept}
                maxBytes={maxBytes}
                lastResult={reply}
              />
            ) : null
          }
        />
      ))}
    </Page>
  );
}

function OwnCaseCard(props: { fraudCase: OwnCase; own: OwnCases; form: ReactNode }) {
  const { fraudCase, own, form } = props;
  const { t } = useTranslation("fraud");
  const { turn } = fraudCase;
  const state = stateOf(fraudCase);
  const mine = turn?.who === "INFLUENCER";
  const what = mine ? "answer" : state === "ANSWERED" ? "read" : "look";
  const { name, timeZone } = own.institution;
  return (
    <div className="flex flex-col gap-5">
      {turn ? (
        <NextStep
          who={mine ? t("own.next.you") : t("own.next.officer", { institution: name })}
          what={t(`own.next.${what}`)}
          until={turn.until}
          zone={timeZone}
          mine={mine}
          overdue={turn.until < own.now}
        />
      ) : null}
      <Card as="section">
        <CardHeader
          title={t("own.about")}
          actions={<StatusPill tone={STATE_TONES[state]} label={t(`status.${state}`)} />}
        />
        <CardBody className="flex flex-col gap-4">
          <ul className="flex list-disc flex-col gap-1.5 pl-5">
            {fraudCase.kinds.map((kind) => (
              <li key={kind}>{t(`own.plain.${kind}`)}</li>
            ))}
          </ul>
          {turn ? (
            <Alert tone="info" title={fraudCase.held.orders > 0 ? t("own.heldTitle") : undefined}>
              <HeldText fraudCase={fraudCase} institution={name} />
            </Alert>
          ) : null}
          {form ? <p className="text-ink-muted text-sm">{t("own.helps")}</p> : null}
        </CardBody>
      </Card>
      {form}
      {fraudCase.events.length === 0 ? null : (
        <Card as="section">
          <CardHeader title={t("own.conversation")} />
          <CardBody className="flex flex-col gap-5">
            <CaseTimeline
              events={fraudCase.events}
              zone={timeZone}
              titles="own.event"
              pictureAt={(id) => `/klaim/${own.claimId}/pemeriksaan/gambar/${id}`}
            />
            {turn === null ? <p className="text-ink-muted text-sm">{t("own.again")}</p> : null}
          </CardBody>
        </Card>
      )}
    </div>
  );
}
