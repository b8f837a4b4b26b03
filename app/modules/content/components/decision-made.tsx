import { Check, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { cn } from "~/ui/cn";
import { REVIEW_CHECKS } from "../deliverable";
import type { DetailVersion } from "../queries/deliverable-detail.server";
import { StatusOfContent } from "./status-of-content";

type Decision = NonNullable<DetailVersion["decision"]>;

/** A decision that was made, with what was vouched for; nobody can change it. */
export function DecisionMade({ number, decision }: { number: number; decision: Decision }) {
  const { t } = useTranslation("content");
  return (
    <Card as="section">
      <CardHeader
        title={t("review.decided", { number })}
        actions={<StatusOfContent status={decision.outcome} />}
      />
      <CardBody className="flex flex-col gap-4">
        {decision.comment ? <p className="whitespace-pre-wrap">{decision.comment}</p> : null}
        <div>
          <h3 className="mb-2 font-semibold text-ink-muted text-sm">{t("review.checksDone")}</h3>
          <ul className="flex flex-col gap-1.5 text-sm">
            {REVIEW_CHECKS.map((name) => {
              const ticked = decision[name];
              const Icon = ticked ? Check : Minus;
              return (
                <li key={name} className={cn("flex gap-2", !ticked && "text-ink-muted")}>
                  <Icon
                    aria-hidden="true"
                    className={cn("mt-0.5 size-4 shrink-0", ticked && "text-success-ink")}
                  />
                  {t(`check.${name}.label`)}
                  <span className="sr-only">: {t(ticked ? "check.ticked" : "check.unticked")}</span>
                </li>
              );
            })}
          </ul>
        </div>
      </CardBody>
    </Card>
  );
}
