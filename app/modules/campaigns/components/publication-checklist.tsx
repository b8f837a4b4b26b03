import { Link } from "@remix-run/react";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { messageWith, useMessage } from "~/ui/message";
import type { CheckResult } from "../publication";

interface ChecklistProps {
  checklist: CheckResult[];
  /** Where the product is mended. */
  productTo: string;
}

/** What publication asks for, done and missing. */
export function PublicationChecklist({ checklist, productTo }: ChecklistProps) {
  const { t } = useTranslation("campaigns");
  const message = useMessage();
  return (
    <ul className="flex flex-col gap-2.5">
      {checklist.map(({ check, ok, reasons = [] }) => (
        <li key={check} className="flex gap-2.5">
          {ok ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-success-ink" />
          ) : (
            <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger-ink" />
          )}
          <div className="min-w-0">
            <p className={ok ? "text-ink-muted" : "font-semibold"}>
              {t(`check.${check}`)}
              <span className="sr-only"> ({t(ok ? "check.ok" : "check.missing")})</span>
            </p>
            {reasons.map((reason) => (
              <p key={reason.key} className="text-danger-ink text-sm">
                {message(messageWith(reason.key, reason.params ?? {}))}
              </p>
            ))}
            {check === "product" && !ok ? (
              <Link
                to={productTo}
                className="inline-flex min-h-9 items-center font-semibold text-brand-ink text-sm underline underline-offset-4 pointer-coarse:min-h-11"
              >
                {t("check.openProduct")}
              </Link>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
