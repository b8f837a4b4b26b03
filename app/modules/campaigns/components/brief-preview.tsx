import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { Card, CardBody } from "~/ui/card";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import type { BriefDraft } from "../brief.schemas";
import type { EditorProduct } from "../queries/editor-products.server";
import { BriefTerms } from "./brief-terms";
import { BriefView } from "./brief-view";

interface BriefPreviewProps {
  draft: BriefDraft;
  product: EditorProduct | undefined;
  zone: Zone;
}

/** A draft as influencers would see it, in a narrow column. */
export function BriefPreview({ draft, product, zone }: BriefPreviewProps) {
  const { t } = useTranslation("campaigns");
  const picture = product?.picture;
  return (
    <Card as="article" className="shrink-0 overflow-hidden">
      {picture ? (
        <Photo
          sources={picture.sources}
          alt={picture.alt}
          sizes="26rem"
          ratio="16/9"
          placeholderColor={picture.colour}
        />
      ) : (
        <PhotoPlaceholder ratio="16/9" />
      )}
      <CardBody className="flex flex-col gap-6">
        <p className="text-balance font-bold text-heading">{draft.title || t("brief.draftMissing")}</p>
        {product ? <BriefTerms brief={draft} product={product} zone={zone} slotsLeft={null} /> : null}
        <BriefView brief={draft} zone={zone} level={3} />
      </CardBody>
    </Card>
  );
}
