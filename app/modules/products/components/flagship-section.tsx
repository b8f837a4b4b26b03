import { Form } from "@remix-run/react";
import { Award } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { SubmitButton } from "~/ui/form";
import type { ProductEditor } from "../queries/product-editor.server";

/** Satu Lapas Satu Produk Unggulan: whether this is it, and how it becomes it. */
export function FlagshipSection({ product }: { product: ProductEditor }) {
  const { t } = useTranslation("products");
  const { otherFlagship } = product;
  const now = product.isFlagship
    ? t("flag.isOne")
    : otherFlagship
      ? t("flag.other", { name: otherFlagship.name })
      : t("flag.none");
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="flex items-center gap-2 font-medium">
        <Award aria-hidden="true" className="size-5 text-accent-ink" />
        {now}
      </p>
      {product.may.designate ? <FlagshipActions product={product} /> : null}
    </div>
  );
}

function FlagshipActions({ product }: { product: ProductEditor }) {
  const { t } = useTranslation("products");
  const { otherFlagship } = product;
  if (product.isFlagship) {
    return (
      <ConfirmDialog
        trigger={<Button variant="secondary">{t("flag.withdraw")}</Button>}
        title={t("flag.withdrawTitle")}
        description={t("flag.withdrawText")}
        confirmLabel={t("flag.withdraw")}
        fields={{ intent: "flagship.withdraw" }}
      />
    );
  }
  if (product.status !== "ACTIVE") return <p className="text-ink-muted text-sm">{t("flag.onlyActive")}</p>;
  if (otherFlagship) {
    return (
      <ConfirmDialog
        trigger={<Button variant="secondary">{t("flag.designate")}</Button>}
        title={t("flag.replaceTitle")}
        description={t("flag.replaceText", { name: product.name, other: otherFlagship.name })}
        confirmLabel={t("flag.replace")}
        fields={{ intent: "flagship.designate", replaces: otherFlagship.id }}
      />
    );
  }
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="flagship.designate" />
      <SubmitButton variant="secondary">{t("flag.designate")}</SubmitButton>
    </Form>
  );
}
