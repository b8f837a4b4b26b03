import { mkdirSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

const SHOTS = path.resolve("test-results/journey");
const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

let shot = 0;

/**
 * Somebody with a browser of their own. Whatever their browser complains of (an uncaught error, a blocked script, a
 * broken hydration) is kept in `complaints` and must be nothing at the end.
 */
export class Person {
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.complaints.push(`${page.url()}: ${error.message}`));
  }

  static async arrive(
    browser: Browser,
    baseURL: string,
    options: { userAgent?: string } = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL,
      locale: "id-ID",
      timezoneId: "Asia/Jakarta",
      viewport: WIDTHS[1] ?? null,
      // A browser of another name is also another one in its hints, which would say that it has no window.
      ...(options.userAgent ? { extraHTTPHeaders: { "sec-ch-ua": '"Chromium";v="143"' } } : {}),
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return new Person(await context.newPage());
  }

  /** Goes to an address and waits until the page is alive. */
  async go(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: "load" });
    await this.alive();
  }

  /** Waits until React has taken over the page, so that a click does what the page's code says. */
  async alive(): Promise<void> {
    await this.page.waitForFunction(() => {
      const marked = (node: Element) => Object.keys(node).some((key) => key.startsWith("__react"));
      return document.readyState === "complete" && [...document.querySelectorAll("main *")].some(marked);
    });
  }

  /** A picture of the page on the phone and on the desk, each without a finding of axe. */
  async look(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    shot += 1;
    for (const size of WIDTHS) {
      await this.page.setViewportSize(size);
      await this.settle();
      const file = `${String(shot).padStart(2, "0")}-${name}-${size.width}.png`;
      await this.page.screenshot({ path: path.join(SHOTS, file), fullPage: true });
      expect(await findings(this.page), `axe on ${name} at ${size.width} px`).toEqual([]);
      const overflow = await this.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
    }
  }

  /** Waits for fonts, pictures in view and running animations. */
  private async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      const finite = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(finite.map((one) => one.finished));
    });
  }

  /** What this person saw when a step failed. */
  async fail(index: number): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SHOTS, `failed-${index}.png`), fullPage: true });
  }
}

/** What axe finds against WCAG 2.2 A and AA, in a form that a failing test prints well. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof import("axe-core") };
    const result = await engine.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map((node) => node.target.join(" ")),
    }));
  });
  return violations.map(({ id, targets }) => `${id}: ${targets.slice(0, 4).join(" | ")}`);
}
