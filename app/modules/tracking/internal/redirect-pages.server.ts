import type { ServerResponse } from "node:http";
import type { Db } from "~/platform/db.server";
import type { Logger } from "~/platform/log.server";
import type { DeepLink } from "../deep-link";
import { parseDestination } from "../destination";
import type { ClickRequest } from "./click-request";
import type { LinkEntry } from "./link-entries.server";
import { linkPage, onwardPage, type PageKind, pageLanguage, previewPage } from "./link-pages.server";
import { LinkProducts } from "./link-product.server";
import { sendHtml, sendOn } from "./redirect-answers.server";
import { redirectCounts } from "./redirect-metrics.server";
import { PREFIX } from "./redirect-path";

const STATUS: Record<PageKind, number> = { unknown: 404, paused: 404, closed: 410, busy: 503 };
const CATALOGUE = "/produk";

/** What the redirect answers where it does not simply lead on: pages, cards for messengers, the product's page. */
export class RedirectPages {
  readonly #products: LinkProducts;
  readonly #publicUrl: string;

  constructor(settings: { db: Db; log: Logger; publicUrl: string }) {
    this.#products = new LinkProducts(settings.db, settings.log);
    this.#publicUrl = settings.publicUrl;
  }

  /** A page that says why the link does not lead on, and where else to go. */
  async instead(request: ClickRequest, response: ServerResponse, kind: PageKind, link?: LinkEntry) {
    redirectCounts.outcomes[kind] += 1;
    const { product, ...facts } = await this.#products.pageFacts(link?.id ?? null, Date.now());
    const retry = link ? PREFIX + link.code : request.url.split("?")[0];
    const page = linkPage(kind, pageLanguage(request.headers["accept-language"]), product, retry, facts);
    const more = kind === "busy" ? ["Retry-After", "2"] : [];
    sendHtml(response, STATUS[kind], page, { more, headOnly: request.method === "HEAD" });
  }

  /** The page between an app's own browser and a shop that has an app; see deep-link.ts. */
  async onward(
    request: ClickRequest,
    response: ServerResponse,
    link: LinkEntry,
    way: Extract<DeepLink, { kind: "page" }>,
  ): Promise<void> {
    const product = await this.#products.of(link.id, Date.now());
    sendHtml(
      response,
      200,
      onwardPage(pageLanguage(request.headers["accept-language"]), product, way.shop, way),
    );
  }

  /** What a messenger draws its card from. */
  async preview(response: ServerResponse, link: LinkEntry): Promise<void> {
    const product = await this.#products.of(link.id, Date.now());
    sendHtml(response, 200, previewPage(product, this.#publicUrl, PREFIX + link.code));
  }

  /** Leads back to the product's page, with the click that came from there. Nothing is counted: no step was made. */
  async product(response: ServerResponse, link: LinkEntry, token: string | null): Promise<void> {
    redirectCounts.outcomes.unlisted += 1;
    const product = await this.#products.of(link.id, Date.now());
    const page = product ? parseDestination(product.path, [], link.code) : null;
    sendOn(response, 307, page === null ? CATALOGUE : token === null ? page.plain : page.before + token);
  }
}
