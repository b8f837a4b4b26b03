/** The reports that can be imported, in the order in which they are listed. */
export const REPORT_KINDS = [
  "SHOPEE_ORDERS",
  "SHOPEE_COMMISSION",
  "SHOPEE_CONVERSION",
  "SHOPEE_CLICKS",
  "SHOPEE_AMS_AFFILIATES",
  "SHOPEE_AMS_PRODUCTS",
  "SHOPEE_VOUCHERS",
  "TIKTOK_ORDERS",
  "TIKTOK_AFFILIATE",
  "TIKTOK_CREATORS",
  "TIKTOK_VIDEOS",
  "TOKOPEDIA_LEGACY",
  "META_ADS",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What one row of a report tells of. Orders become conversions; the others become figures beside them. */
export type Grain = "order" | "click" | "aggregate";

/**
 * How a cell is read: `id` a number that must keep every digit, `money` rupiah, `number` a count or quantity,
 * `rate` a share, `time` a point or day in WIB, `buyer` the buyer's user name, which only ever leaves as a keyed hash.
 */
export type CellKind = "id" | "text" | "money" | "number" | "rate" | "time" | "buyer";

export type Unit = "RUPIAH" | "COUNT" | "RATIO" | "NUMBER";

export type Column = {
  /** As the marketplace writes it, its typos included. */
  header: string;
  /** Other spellings of the same column: corrected typos, the other language, older names. */
  variants?: readonly string[];
  /** The name by which it is read. A column without one is known and passed over. */
  field?: string;
  kind?: CellKind;
  /** The report cannot be taken without it. */
  needed?: true;
  /** Holds what belongs to the buyer: dropped before anything is stored. */
  personal?: true;
  /** Added by the marketplace later: its absence says nothing. */
  newer?: true;
  /** For figures: what is measured and in which unit. */
  metric?: { key: string; unit: Unit };
};

export type EntityKind = "LINK" | "AFFILIATE" | "PRODUCT" | "VOUCHER" | "CREATOR" | "VIDEO" | "CAMPAIGN";

type Common = {
  kind: ReportKind;
  columns: readonly Column[];
  /** Whether 03/04/2026 is 3 April where no row of the file tells. */
  dayFirst: boolean;
  /** What a dot before three digits means: "25.000" has thousands, or decimals; `unknown`: each file has to show it. */
  dots: "thousands" | "decimals" | "unknown";
  /** Which fields make a row of this report one and the same in every file. */
  naturalKey: readonly string[];
  /** Seen from the affiliate's own account: an influencer may bring it. */
  affiliates?: true;
};

/** The words of a report's statuses, in our states. */
export type OrderState = "PENDING" | "CONFIRMED" | "REVERSED";

/** A row's cells by field, read as their kind. Each throws a `RowRefusal` for what it cannot read. */
export type RowCells = {
  id(field: string): string | null;
  text(field: string): string | null;
  /** Millionths of a rupiah. */
  money(field: string): bigint | null;
  count(field: string): number | null;
  time(field: string): Date | null;
  /** The buyer's keyed hash; never the name. */
  buyer(field: string): string | null;
  /** The same, refused where the cell says nothing. */
  needed<Value>(field: string, value: Value | null): Value;
  state(field: string, states: Readonly<Record<string, OrderState>>): OrderState | null;
  refuse(field: string, reason: string): never;
};

/** What a row of an order report says, in our words. Everything in it may be stored. */
export type OrderRow = {
  orderId: string;
  channel: "SHOPEE" | "TOKOPEDIA" | "TIKTOK_SHOP";
  state: OrderState;
  orderedAt: Date;
  item: {
    /** Makes the item one and the same in every file of this report. */
    key: string;
    name: string;
    sku: string | null;
    quantity: number;
    amount: bigint;
    refunded: bigint;
    /** Of the amount what the buyer paid, where the order's refund is told in what buyers get back. */
    paid?: bigint | null;
  };
  /** Said on every row of the order and counted once. */
  order: { less: bigint; refunded: bigint | null };
  links: string[];
  /** The click that a link composed by Gaung came with. */
  clickId?: string | null;
  coupon: string | null;
  handle: { network: "SHOPEE" | "TIKTOK"; username: string } | null;
  contentId: string | null;
  clickedAt: Date | null;
  buyer: string | null;
};

export type OrderReportDefinition = Common & {
  grain: "order";
  /** Rows without an order number belong to the order above. */
  continuation?: true;
  states: Readonly<Record<string, OrderState>>;
  /** @param above the row before, where this one continues its order */
  read(cells: RowCells, above: OrderRow | null): OrderRow;
};

export type FigureReportDefinition = Common & {
  grain: "click" | "aggregate";
  entity: EntityKind;
  /** Whether each row says its own time; otherwise the officer says which period the file covers. */
  ownPeriod: boolean;
};

export type ReportDefinition = OrderReportDefinition | FigureReportDefinition;
