import type { SubmissionResult } from "@conform-to/react";
import { PackagePlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { ButtonLink } from "~/ui/button";
import { Alert, EmptyState } from "~/ui/feedback";
import { Page, PageHeader } from "~/ui/page";
import type { CampaignFormInput } from "../campaign-form";
import type { EditorProduct } from "../queries/editor-products.server";
import { CampaignEditor } from "./campaign-editor";
import { NEW_DELIVERABLE } from "./editor-deliverables";

/** A form that is nearly empty: one line of each list, and the choices that fit most briefs. */
export function emptyForm(products: EditorProduct[], wanted: string | null): CampaignFormInput {
  const chosen = products.find((product) => product.id === wanted) ?? products[0];
  return {
    productId: chosen?.id ?? "",
    title: "",
    dos: [""],
    donts: [""],
    deliverables: [NEW_DELIVERABLE],
    disclosure: "#iklan",
    slots: 5,
    commissionKind: "percent",
    commissionPercent: "10",
    attributionWindowDays: 30,
    attributionModel: "last_click",
    attributionFirst: "coupon",
    attributionHandles: "last",
    attributionBuyers: "all",
    destination: "PRODUCT",
  };
}

interface EditorPageProps {
  institution: { slug: string; timeZone: Zone };
  products: EditorProduct[];
  defaultValue: CampaignFormInput;
  /** The campaign that is edited; null for a new one. */
  campaign: { id: string; title: string; published: boolean; draftVersion: string } | null;
  mayPublish: boolean;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** The page of the brief's form, for a new campaign and for one that is there already. */
export function EditorPage(props: EditorPageProps) {
  const { institution, products, defaultValue, campaign, mayPublish, lastResult } = props;
  const { t } = useTranslation("campaigns");
  const base = `/lapas/${institution.slug}`;
  const back = campaign
    ? { to: `${base}/kampanye/${campaign.id}`, label: campaign.title }
    : { to: `${base}/kampanye`, label: t("detail.back") };
  return (
    <Page width="wide">
      <PageHeader
        back={back}
        title={t(campaign ? "form.editTitle" : "form.newTitle")}
        description={t("form.intro")}
      />
      {campaign?.published ? <Alert tone="info">{t("form.publishedNote")}</Alert> : null}
      {products.length === 0 ? (
        <EmptyState
          icon={<PackagePlus aria-hidden="true" />}
          title={t("form.noProductTitle")}
          description={t("form.noProductText")}
          action={<ButtonLink to={`${base}/produk/baru`}>{t("form.noProductAction")}</ButtonLink>}
        />
      ) : (
        <CampaignEditor
          defaultValue={defaultValue}
          products={products}
          zone={institution.timeZone}
          productFixed={campaign?.published ?? false}
          {...(campaign ? { basedOn: campaign.draftVersion } : {})}
          mayPublish={mayPublish}
          lastResult={lastResult}
        />
      )}
    </Page>
  );
}
