import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { OwnCase, OwnCases } from "../queries/own-cases.server";

/** What is on hold and what is asked, on the page of one's own claim. Nothing where nothing is looked at. */
export function OwnNotice({ own }: { own: OwnCases }) {
  const { t } = useTranslation("fraud");
  const { dateTime } = useFormat();
  const open = own.cases.find(({ turn }) => turn !== null) ?? null;
  const shown = open ?? own.cases[0];
  if (!shown) return null;
  const asked = open?.turn?.who === "INFLUENCER" ? open.turn : null;
  const question = asked ? shown.events.find(({ kind }) => kind === "QUESTION") : undefined;
  return (
    <Alert
      tone={asked ? "warning" : "info"}
      title={asked ? t("own.askedTitle") : open ? t("own.heldTitle") : t(`own.event.${decided(shown)}`)}
      actions={
        <ButtonLink to={`/klaim/${own.claimId}/pemeriksaan`} variant="secondary" size="sm">
          {t(asked ? "own.answer" : "own.open")}
        </ButtonLink>
      }
    >
      {open ? (
        <HeldText fraudCase={open} institution={own.institution.name} />
      ) : (
        <p>{shown.events[0]?.text}</p>
      )}
      {question ? <p className="mt-2 whitespace-pre-line">“{question.text}”</p> : null}
      {open?.turn ? (
        <p className="mt-2">
          {t(asked ? "own.answerBy" : "own.decidedBy", {
            date: dateTime(open.turn.until, own.institution.timeZone),
          })}
        </p>
      ) : null}
    </Alert>
  );
}

const decided = ({ status }: OwnCase) => (status === "CONFIRMED" ? "CONFIRMED" : "CLEARED");

/** How much waits, of how many orders. */
export function HeldText({ fraudCase, institution }: { fraudCase: OwnCase; institution: string }) {
  const { t } = useTranslation("fraud");
  const { rupiah } = useFormat();
  const { held } = fraudCase;
  if (held.orders === 0) return <p>{t("own.pausedText", { institution })}</p>;
  return <p>{t("own.heldText", { amount: rupiah(held.heldRupiah), count: held.orders, institution })}</p>;
}
