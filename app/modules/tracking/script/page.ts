/*
 * The script for an institution's own page, served as /t.js. It remembers by which click a visitor came and reports
 * the order from the thank-you page. It runs among other people's code: one global function, nothing thrown, no
 * cookie, no identifier of the visitor, nothing sent but the order.
 */

/** What `gaung("order", …)` is given; fields unknown to the server are refused there, and the refusal is shown. */
type Order = { id: string; amount: number | string; coupon?: string; refunded?: number | string };
/** A click's signed mark and when it was seen, in milliseconds. */
type Mark = [string, number];
type Call = [string, unknown?];
type Gaung = NonNullable<Window["gaung"]>;

(() => {
  const page = window;
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const { institution, consent, order, amount, coupon, refunded } = script.dataset;
  const home = new URL(script.src).origin;
  const name = "gaung_click";
  /** The longest attribution window that a brief may have: 90 days. Older marks are of no use to anybody. */
  const keptMs = 7_776e6;
  let agreed = consent !== "required";
  let marks: Mark[] = [];

  /** localStorage is the page's own and goes nowhere by itself; before consent only what ends with the tab. */
  const shelf = (lasting: boolean) => (lasting ? page.localStorage : page.sessionStorage);

  function read(lasting: boolean): Mark[] {
    try {
      const kept: unknown = JSON.parse(shelf(lasting).getItem(name) || "[]");
      return Array.isArray(kept) ? kept.filter((each): each is Mark => Array.isArray(each)) : [];
    } catch {
      // Storage is switched off, or somebody else wrote there: memory has to do.
      return [];
    }
  }

  function keep(lasting: boolean, kept: Mark[]): void {
    try {
      if (kept[0]) shelf(lasting).setItem(name, JSON.stringify(kept));
      else shelf(lasting).removeItem(name);
    } catch {
      // As above.
    }
  }

  function add(more: Mark[]): void {
    const fresh = more.filter((mark) => mark[1] > Date.now() - keptMs);
    marks = [...marks.filter((mark) => !fresh.some((other) => other[0] === mark[0])), ...fresh].slice(-10);
    keep(agreed, marks);
  }

  function pixel(body: Record<string, string>): void {
    const image = new Image();
    image.referrerPolicy = "origin";
    image.src = `${home}/t.gif?${new URLSearchParams(body)}`;
  }

  function send(said: object): void {
    const text = JSON.stringify({ institution, ...said });
    const url = `${home}/api/v1/page-orders`;
    const otherwise = () => {
      if (!navigator.sendBeacon?.(url, text)) pixel(JSON.parse(text));
    };
    if (!page.fetch) {
      otherwise();
      return;
    }
    // A text needs no preflight, and keepalive outlives the page. The answer is read for whoever sets this up.
    fetch(url, { method: "POST", body: text, keepalive: true, credentials: "omit" }).then((answer) => {
      if (!answer.ok) answer.text().then((problem) => console.warn("gaung", problem));
    }, otherwise);
  }

  const words = () => marks.map((mark) => mark[0]).join("~");
  const calls: Record<string, (value: never) => void> = {
    order: (value: Order) => send(marks[0] ? { ...value, click: words() } : value),
    click: (tell: (click: string) => void) => tell(words()),
    consent(given: boolean) {
      agreed = given;
      keep(!given, []);
      if (!given) {
        marks = [];
        keep(false, []);
      }
      add(read(given));
    },
  };
  const gaung: Gaung = (what, value) => calls[what]?.(value as never);

  add(read(false).concat(agreed ? read(true) : []));
  const mark = /[?&]gaung_click=([0-9a-f]{32}\.[\w-]{20})(?=&|$)/.exec(location.search);
  if (mark?.[1]) {
    add([[mark[1], Date.now()]]);
    const rest = location.search.replace(mark[0], "").replace(/^&/, "?");
    history.replaceState(history.state, "", location.pathname + rest + location.hash);
  }
  for (const call of page.gaung?.q ?? []) gaung(...(Array.from(call) as Call));
  page.gaung = gaung;
  if (order) gaung("order", { id: order, amount, coupon, refunded });
  if (/[?&]gaung_test=1(&|$)/.test(location.search)) send({ test: 1 });
})();
