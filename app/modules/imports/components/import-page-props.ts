import type { ImportDetail } from "../queries/import-detail.server";
import type { ImportFigures } from "../queries/import-figures.server";
import type { ImportRowView } from "../queries/import-rows.server";

export type ImportPageProps = {
  base: string;
  /** Where the orders are listed; none for influencers. */
  ordersTo: string | null;
  eyebrow?: string;
  zone: string;
  mayWrite: boolean;
  detail: ImportDetail;
  rows: { rows: ImportRowView[]; next: string | null };
  figures: ImportFigures | null;
  /** What the last form was refused for. */
  errors: string[];
};
