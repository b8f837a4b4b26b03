import { useTranslation } from "react-i18next";
import { FORMATS } from "~/modules/campaigns/formats";
import type { Platform } from "~/modules/creators/platforms";
import { PLATFORM_NAMES } from "../platform-names";

type Piece = { platform: Platform; format: string; ordinal?: number };

/** How a piece of content is called: "Reel Instagram", and "Reel Instagram ke-2" for the second of several. */
export function useContentName(): (piece: Piece) => string {
  const { t } = useTranslation("content");
  return ({ platform, format, ordinal = 1 }) => {
    const known = FORMATS.find((name) => name === format);
    const params = { format: known ? t(`format.${known}`) : format, platform: PLATFORM_NAMES[platform] };
    return ordinal > 1 ? t("nameOrdinal", { ...params, number: ordinal }) : t("name", params);
  };
}
