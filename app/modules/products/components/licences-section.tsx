import type { SubmissionResult } from "@conform-to/react";
import { FileCheck, Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge";
import { Button, buttonClass } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { answerFor } from "../editor-intents";
import { demandsFor } from "../licence-gate";
import type { LicenceState } from "../licences";
import type { EditorLicence, ProductEditor } from "../queries/product-editor.server";
import { LicenceForm } from "./licence-form";

const TONES: Record<LicenceState, Tone> = { valid: "success", expiring: "warning", expired: "danger" };

interface LicencesSectionProps {
  product: ProductEditor;
  reply: SubmissionResult<string[]> | undefined;
}

/** What the product needs, what it has, until when, and why a brief could not be published. */
export function LicencesSection({ product, reply }: LicencesSectionProps) {
  const { t } = useTranslation("products");
  const message = useMessage();
  const answer = answerFor(reply, "licence");
  return (
    <div className="flex flex-col gap-5">
      <Needs product={product} />
      {product.gateReasons.length > 0 ? (
        <Alert tone="warning" title={t("editor.gateTitle")}>
          <ul className="list-disc pl-4.5">
            {product.gateReasons.map((reason) => (
              <li key={reason.key}>{message(reason.key, reason.params)}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Alert tone="success">{t("editor.gateOk")}</Alert>
      )}
      {product.licences.length === 0 ? (
        <p className="text-ink-muted">{t("licence.empty")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {product.licences.map((licence) => (
            <LicenceItem key={licence.id} licence={licence} reply={reply} mayEdit={product.may.edit} />
          ))}
        </ul>
      )}
      {product.may.edit ? (
        <details open={answer !== undefined} className="group">
          <summary className={buttonClass("secondary", "md", "cursor-pointer list-none")}>
            <Plus aria-hidden="true" />
            {t("licence.add")}
          </summary>
          <div className="mt-4 rounded-card border border-line bg-surface p-5">
            {/* The key empties the form once its licence stands in the list. */}
            <LicenceForm key={product.licences.length} lastResult={answer} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

function Needs({ product }: { product: ProductEditor }) {
  const { t } = useTranslation("products");
  const demands = demandsFor(product.kind, `${product.name}\n${product.story}`);
  if (demands.length === 0) return <p className="text-ink-muted">{t("licence.noneNeeded")}</p>;
  return (
    <div className="text-sm">
      <p className="font-semibold">{t("licence.needs", { kind: t(`kind.${product.kind}`) })}</p>
      <ul className="mt-1 list-disc pl-4.5">
        {demands.map((demand) => (
          <li key={demand.name}>{t(`licence.demand.${demand.name}`)}</li>
        ))}
      </ul>
      {demands.some((demand) => demand.anyOf.includes("PIRT")) ? (
        <p className="mt-2 text-ink-muted">{t("licence.pirtLimits")}</p>
      ) : null}
    </div>
  );
}

function LicenceItem({
  licence,
  reply,
  mayEdit,
}: {
  licence: EditorLicence;
  reply: SubmissionResult<string[]> | undefined;
  mayEdit: boolean;
}) {
  const { t } = useTranslation("products");
  const kind = t(`licence.kind.${licence.kind}`);
  const answer = answerFor(reply, "licence", licence.id);
  return (
    <li className="rounded-card border border-line bg-surface px-4 py-3.5 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 gap-3">
          <FileCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
          <div className="min-w-0">
            <p className="font-semibold">{kind}</p>
            <p className="tabular break-all">{licence.number}</p>
            <Validity licence={licence} />
          </div>
        </div>
        <Badge tone={TONES[licence.state]}>{t(`licence.state.${licence.state}`)}</Badge>
      </div>
      {licence.warnings.map((warning) => (
        <p key={warning} className="mt-2 font-medium text-sm text-warning-ink">
          {t(`licence.warning.${warning}`)}
        </p>
      ))}
      {mayEdit ? (
        <div className="mt-3 flex flex-wrap items-start gap-2">
          <details open={answer !== undefined} className="grow basis-full open:mb-2 sm:basis-auto">
            <summary className={buttonClass("ghost", "sm", "cursor-pointer list-none")}>
              <Pencil aria-hidden="true" />
              {t("licence.edit")}
            </summary>
            <div className="mt-3">
              <LicenceForm lastResult={answer} licence={licence} />
            </div>
          </details>
          <ConfirmDialog
            trigger={
              <Button variant="ghost" size="sm" icon={<Trash2 aria-hidden="true" />}>
                {t("licence.remove")}
              </Button>
            }
            title={t("licence.removeTitle", { kind, number: licence.number })}
            description={t("licence.removeText")}
            confirmLabel={t("licence.remove")}
            tone="danger"
            fields={{ intent: "licence.remove", licenceId: licence.id }}
          />
        </div>
      ) : null}
    </li>
  );
}

function Validity({ licence }: { licence: EditorLicence }) {
  const { t } = useTranslation("products");
  const { date } = useFormat();
  if (!licence.expiresOn) return <p className="text-ink-muted text-sm">{t("licence.noEnd")}</p>;
  const left = licence.daysLeft ?? 0;
  return (
    <p className="text-ink-muted text-sm">
      {t("licence.until", { date: date(licence.expiresOn, "UTC") })}
      {licence.state === "expiring"
        ? ` · ${left === 0 ? t("licence.leftToday") : t("licence.left", { count: left })}`
        : null}
    </p>
  );
}
