import { useTranslation } from "react-i18next";
import { useFormat } from "~/ui/format";
import type { Figures } from "../figures";

const PARTS = [
  ["MEASURED", "measured"],
  ["IMPORTED", "imported"],
  ["DECLARED", "declared"],
] as const;

/** How many of the conversions were measured, imported and declared; grades that nobody reported are left out. */
export function GradeSplit({ figures }: { figures: Figures }) {
  const { t } = useTranslation("impact");
  const { number } = useFormat();
  const parts = PARTS.flatMap(([grade, key]) => {
    const value = figures[key];
    return value === null ? [] : [t(`grade.split.${grade}`, { number: number(value) })];
  });
  return <>{parts.join(" · ")}</>;
}
