import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { UserRoundPen } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Availability, DECISION_DAYS } from "~/modules/campaigns/campaign";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { TextAreaField } from "~/ui/field";
import { FormErrorSummary, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { applySchema } from "../claim.schemas";
import type { ClaimOffer } from "../queries/claim-offer.server";

/** Where the form stands on the page, for the button that sticks to the bottom of a telephone. */
export const CLAIM_ANCHOR = "ajukan";

interface ClaimPanelProps {
  offer: ClaimOffer;
  availability: Availability;
  revision: number;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** Whether the reader sees the form: an influencer without a gap, on an open brief, without a claim in the way. */
export function showsForm({ offer, availability }: Pick<ClaimPanelProps, "offer" | "availability">): boolean {
  const free = offer.claim === null || offer.claim.mayReapply;
  return offer.mayClaim && availability === "open" && free && offer.gaps.length === 0;
}

/** The brief's end: the form to claim it, what is missing for that, or where one's claim stands. */
export function ClaimPanel(props: ClaimPanelProps) {
  const { t } = useTranslation("claims");
  const { offer, availability } = props;
  if (!offer.mayClaim) return <Alert tone="info">{t("panel.readOnly")}</Alert>;
  if (offer.claim && !(offer.claim.mayReapply && availability === "open")) return <OwnClaim offer={offer} />;
  if (availability !== "open") return null;
  if (offer.gaps.length > 0) return <Gaps offer={offer} />;
  return <ApplyForm {...props} />;
}

function OwnClaim({ offer }: { offer: ClaimOffer }) {
  const { t } = useTranslation("claims");
  if (!offer.claim) return null;
  const { id, status } = offer.claim;
  const tone = status === "ACCEPTED" ? "success" : "info";
  return (
    <Alert
      tone={tone}
      title={t(`status.${status}`)}
      actions={
        <ButtonLink to={`/klaim/${id}`} size="sm">
          {t("panel.open")}
        </ButtonLink>
      }
    >
      {t(`panel.mine.${status}`)}
    </Alert>
  );
}

function Gaps({ offer }: { offer: ClaimOffer }) {
  const { t } = useTranslation("claims");
  return (
    <Alert
      tone="warning"
      title={t("panel.gapTitle")}
      actions={
        <ButtonLink to="/profil" size="sm" icon={<UserRoundPen aria-hidden="true" />}>
          {t("panel.gapAction")}
        </ButtonLink>
      }
    >
      {offer.gaps.map((gap) => t(`panel.gap.${gap}`)).join(" ")}
    </Alert>
  );
}

function ApplyForm({ offer, revision, lastResult }: ClaimPanelProps) {
  const { t } = useTranslation("claims");
  const [form, fields] = useForm(applySchema, {
    lastResult,
    constraint: {},
  });
  return (
    <Card as="section" id={CLAIM_ANCHOR} className="scroll-mt-20">
      <CardHeader title={t("panel.title")} description={t("panel.hint", { days: DECISION_DAYS })} />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
          <FormErrorSummary errors={form.errors} />
          {offer.claim ? <Alert tone="info">{t("panel.again")}</Alert> : null}
          <TextAreaField
            meta={fields.message}
            label={t("panel.message")}
            hint={t("panel.messageHint")}
            placeholder={t("panel.messagePlaceholder")}
            maxLength={1_000}
            rows={5}
          />
          <p className="text-ink-muted text-sm">{t("panel.terms", { revision })}</p>
          <SubmitButton size="lg" pendingLabel={t("panel.submitting")}>
            {t("panel.submit")}
          </SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}

/** The way to the form on a telephone, above the navigation. */
export function StickyClaim({ summary }: { summary: string }) {
  const { t } = useTranslation("claims");
  const formInView = useInView(CLAIM_ANCHOR);
  if (formInView) return null;
  return (
    <div className="sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 -mx-1 flex items-center justify-between gap-3 rounded-card border border-line bg-surface-raised/95 px-4 py-3 shadow-pop backdrop-blur lg:hidden">
      <p className="tabular min-w-0 font-bold text-brand-ink leading-snug">{summary}</p>
      <ButtonLink href={`#${CLAIM_ANCHOR}`} className="shrink-0">
        {t("panel.jump")}
      </ButtonLink>
    </div>
  );
}

/** Whether the element of that id stands on the screen. */
function useInView(id: string): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false));
    observer.observe(element);
    return () => observer.disconnect();
  }, [id]);
  return inView;
}
