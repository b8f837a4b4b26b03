import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { HeldOfCreator } from "../queries/held-of-creator.server";

/** Above an influencer's figures: how much of the commission in them is on hold, and for which campaign. */
export function HeldNotice({ held }: { held: HeldOfCreator[] }) {
  const { t } = useTranslation("fraud");
  const { rupiah } = useFormat();
  if (held.length === 0) return null;
  return (
    <Alert tone="info" title={t("own.heldTitle")}>
      <ul className="flex flex-col gap-1">
        {held.map(({ claimId, campaign, heldRupiah }) => (
          <li key={claimId}>
            {t("own.dashboard", { amount: rupiah(heldRupiah), campaign })}{" "}
            <Link
              to={`/klaim/${claimId}/pemeriksaan`}
              className="inline-flex min-h-6 items-center font-semibold underline underline-offset-4"
            >
              {t("own.open")}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
