import { BYTE_ORDER_MARK, type CsvCell, csvLine } from "~/kernel/csv";
import type { Period } from "~/kernel/period";
import { ZONES } from "~/kernel/time";
import { CHANNELS, type Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { textStream } from "~/platform/http/text-stream.server";
import type { DashboardSearch } from "../dashboard-search";
import type { Figures } from "../figures";
import { reportFilter } from "../internal/report-filter.server";
import type { Dimension, ReportScope } from "../report-scope";
import { heldBy } from "./report-held.server";
import { reportRanking } from "./report-ranking.server";
import { reportSeries } from "./report-series.server";

const FIGURE_COLUMNS = {
  raw: "raw",
  human: "human",
  bot: "bot",
  unique: "unique",
  landed: "landed",
  outbound: "outbound",
  conversions: "conversions",
  measured: "measured",
  imported: "imported",
  declared: "declared",
  confirmed: "confirmed",
  reversed: "reversed",
  value: "valueRupiah",
  commission: "commissionRupiah",
} as const satisfies Record<string, Exclude<keyof Figures, "outboundTo">>;

type FigureHeading = keyof typeof FIGURE_COLUMNS;
/** The parts of `outbound` by shop, in the order of the columns behind it. */
type ShopHeading = `to.${Channel}`;
export type CsvHeading = FigureHeading | ShopHeading | "held" | "day" | "name" | "detail";

export type ReportCsvInput = {
  scope: ReportScope;
  period: Period;
  search: DashboardSearch;
  content: "day" | Dimension;
  /** The reader's word for a column. */
  heading: (column: CsvHeading) => string;
};

const EXPORT_PAGE = 500;
const figureHeadings = Object.keys(FIGURE_COLUMNS) as FigureHeading[];

/** The headings of a row's figures and, last, of what of its commission is on hold and of its steps by shop. */
const HEADINGS: readonly CsvHeading[] = [
  ...figureHeadings,
  "held",
  ...CHANNELS.map((shop): ShopHeading => `to.${shop}`),
];

function cellsOf(figures: Figures, held: number | undefined): CsvCell[] {
  const cells = figureHeadings.map((name) => figures[FIGURE_COLUMNS[name]]);
  const steps = CHANNELS.map((shop) => figures.outboundTo[shop]);
  return [...cells, figures.commissionRupiah === null ? null : (held ?? 0), ...steps];
}

/**
 * What a dashboard shows as CSV for a spreadsheet (UTF-8 with a byte order mark, CRLF): the days of a period, or the
 * whole of a ranking, read page by page so that a long one costs no memory.
 * @throws AppError `forbidden` outside the actor's scope, before the first byte.
 */
export function reportCsv(ctx: Ctx, input: ReportCsvInput): ReadableStream<Uint8Array> {
  reportFilter(ctx, input.scope, input.search.narrow);
  const lines = input.content === "day" ? dayLines(ctx, input) : rankingLines(ctx, input, input.content);
  return textStream(marked(lines));
}

async function* marked(lines: AsyncGenerator<string, undefined>): AsyncGenerator<string, undefined> {
  yield BYTE_ORDER_MARK;
  return yield* lines;
}

async function* dayLines(ctx: Ctx, input: ReportCsvInput): AsyncGenerator<string, undefined> {
  const { scope, period, search, heading } = input;
  const asked = { scope, narrow: search.narrow, period };
  const [days, held] = await Promise.all([reportSeries(ctx, asked), heldBy(ctx, { ...asked, by: "day" })]);
  yield csvLine([heading("day"), ...HEADINGS.map(heading)]);
  yield days.map((day) => csvLine([day.day, ...cellsOf(day, held.get(day.day))])).join("");
}

async function* rankingLines(
  ctx: Ctx,
  input: ReportCsvInput,
  by: Dimension,
): AsyncGenerator<string, undefined> {
  const { scope, period, search, heading } = input;
  yield csvLine([heading("name"), heading("detail"), ...HEADINGS.map(heading)]);
  const held = await heldBy(ctx, { scope, narrow: search.narrow, period, by });
  let cursor: string | null = null;
  do {
    const page = await reportRanking(ctx, { ...search, scope, period, by, cursor, limit: EXPORT_PAGE });
    yield page.rows.map((row) => csvLine([row.name, row.detail, ...cellsOf(row, held.get(row.id))])).join("");
    cursor = page.next;
  } while (cursor);
}

/** A file name that says what is in it: `gaung-nasional-campaign-2026-06-01-2026-06-28-WIB.csv`. */
export function csvFileName(place: string, content: string, period: Period): string {
  const safe = place.replaceAll(/[^a-z0-9-]/g, "");
  return `gaung-${safe}-${content}-${period.from}-${period.to}-${ZONES[period.zone].abbreviation}.csv`;
}
