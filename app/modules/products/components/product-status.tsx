import { Form } from "@remix-run/react";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { ConfirmDialog } from "~/ui/dialog";
import { SubmitButton } from "~/ui/form";
import { StatusPill } from "~/ui/status";
import type { EditorSection } from "../editor-intents";
import { type ProductStatus, productPath, READINESS, type Readiness, stepsFrom } from "../product";
import type { ProductEditor } from "../queries/product-editor.server";

const TONES: Record<ProductStatus, Tone> = { DRAFT: "neutral", ACTIVE: "success", ARCHIVED: "warning" };

/** A product's state in a word. */
export function ProductStatusPill({ status }: { status: ProductStatus }) {
  const { t } = useTranslation("products");
  return <StatusPill tone={TONES[status]} label={t(`status.${status}`)} />;
}

/** The steps that the state allows, as buttons. */
export function StatusActions({ product }: { product: ProductEditor }) {
  const { t } = useTranslation("products");
  const steps = product.may.edit ? stepsFrom(product.status) : [];
  return (
    <>
      {product.status === "ACTIVE" ? (
        <ButtonLink to={productPath(product.slug)} variant="secondary">
          {t("editor.view")}
        </ButtonLink>
      ) : null}
      {steps.includes("archive") ? (
        <ConfirmDialog
          trigger={<Button variant="ghost">{t("editor.archive")}</Button>}
          title={t("editor.archiveTitle", { name: product.name })}
          description={t("editor.archiveText")}
          confirmLabel={t("editor.archive")}
          tone="danger"
          fields={{ intent: "status.archive" }}
        />
      ) : null}
      {steps.includes("restore") ? <StepForm intent="status.restore" label={t("editor.restore")} /> : null}
      {steps.includes("activate") && product.missing.length === 0 ? (
        <StepForm intent="status.activate" label={t("editor.activate")} />
      ) : null}
    </>
  );
}

function StepForm({ intent, label }: { intent: string; label: string }) {
  return (
    <Form method="post">
      <SubmitButton name="intent" value={intent}>
        {label}
      </SubmitButton>
    </Form>
  );
}

const PLACES: Record<Readiness, EditorSection> = {
  photo: "foto",
  story: "rincian",
  listing: "tempat-membeli",
};

/** What a draft still lacks, each with the way there. */
export function ActivationChecklist({ product }: { product: ProductEditor }) {
  const { t } = useTranslation("products");
  if (product.status !== "DRAFT") return null;
  const sections = {
    photo: t("photos.title"),
    story: t("form.story"),
    listing: t("listings.title"),
  };
  return (
    <Card as="section" className="gap-2 px-5 py-4">
      <h2 className="font-bold">{t("editor.checklist")}</h2>
      <ul className="flex flex-col gap-x-6 gap-y-1 sm:flex-row sm:flex-wrap">
        {READINESS.map((item) => {
          const lacks = product.missing.includes(item);
          const Icon = lacks ? CircleDashed : CircleCheck;
          return (
            <li key={item}>
              <a href={`#${PLACES[item]}`} className="inline-flex min-h-11 items-center gap-2 font-medium">
                <Icon
                  aria-hidden="true"
                  className={lacks ? "size-5 text-ink-subtle" : "size-5 text-success"}
                />
                <span className={lacks ? "underline underline-offset-4" : "text-ink-muted"}>
                  {lacks ? t(`missing.${item}`) : sections[item]}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {product.missing.length === 0 ? <p className="text-success-ink">{t("editor.readyToShow")}</p> : null}
    </Card>
  );
}
