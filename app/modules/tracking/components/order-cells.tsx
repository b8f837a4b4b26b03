import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { useFormat } from "~/ui/format";
import { StatusPill } from "~/ui/status";
import type { ConversionStatus } from "../order-report";
import { STATUS_TONES } from "./conversion-tones";

/** An order's state in a list, whether its commission waits, and what else is to be said of it. */
export function OrderState(props: { status: ConversionStatus; held: boolean; children?: ReactNode }) {
  const { status, held, children } = props;
  const { t } = useTranslation("tracking");
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <StatusPill tone={STATUS_TONES[status]} label={t(`status.${status}`)} />
      {held ? <Badge tone="warning">{t("ledger.held")}</Badge> : null}
      {children}
    </span>
  );
}

/** An order's worth in a list, and what of it was paid back. */
export function OrderWorth({ rupiah, refundedRupiah }: { rupiah: bigint; refundedRupiah: bigint }) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  return (
    <span className="flex flex-col items-end">
      <span>{format.rupiah(rupiah)}</span>
      {refundedRupiah > 0n ? (
        <span className="text-ink-muted text-xs">
          {t("statement.refunded", { amount: format.rupiah(refundedRupiah) })}
        </span>
      ) : null}
    </span>
  );
}
