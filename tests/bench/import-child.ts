import { stat } from "node:fs/promises";
import { newId } from "~/kernel/id";
import { applyImport } from "~/modules/imports/commands/apply-import.server";
import { confirmImport } from "~/modules/imports/commands/confirm-import.server";
import { openImport } from "~/modules/imports/commands/open-import.server";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { takeBackImport } from "~/modules/imports/commands/take-back-import.server";
import { undoImport } from "~/modules/imports/commands/undo-import.server";
import { importDetail } from "~/modules/imports/queries/import-detail.server";
import { REPORT_KINDS } from "~/modules/imports/report";
import { disconnectDb } from "~/platform/db.server";
import { localPath, putStream } from "~/platform/storage.server";
import { NATIVE_FORMAT, writeReport } from "../factories/report-files";
import { aPlace, clock, system } from "../integration/campaigns/world";

/* One import in a process of its own: its seconds and its peak of memory. See import.ts. */

const [kindName, formatName, rowsText] = process.argv.slice(2);
const kind = REPORT_KINDS.find((name) => name === kindName);
if (!kind) throw new Error(`no report ${kindName}`);
const rows = Number(rowsText);
const format = formatName === "csv" || formatName === "xlsx" ? formatName : NATIVE_FORMAT[kind];

clock.set(new Date("2026-11-21T03:00:00Z"));
const place = await aPlace();
const owner = { kind: "institution", id: place.institutionId, regionId: place.regionId } as const;
const storageKey = `imports/${newId()}`;
await putStream(storageKey, (file) => writeReport(file, kind, { rows, links: ["kopi7xq"] }, { format }));
const { size } = await stat(localPath(storageKey));
const name = `${kind}_20261001_20261031.${format}`;
const { id: importId } = await openImport(place.officer, {
  owner,
  file: { storageKey, name, size, sha256: "bench" },
});

/** Writing the file needed memory too; from here on only the import's own counts. */
globalThis.gc?.();
const base = process.memoryUsage().rss;
let peak = base;
const seconds: Record<string, number> = {};
/** Of this process alone, so that what else the machine does shows as the difference. */
const cpuSeconds: Record<string, number> = {};

async function timed(phase: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  const cpu = process.cpuUsage();
  const meter = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  await work();
  clearInterval(meter);
  seconds[phase] = Math.round((performance.now() - from) / 10) / 100;
  const { user, system: kernel } = process.cpuUsage(cpu);
  cpuSeconds[phase] = Math.round((user + kernel) / 1e4) / 100;
  console.error(
    `${kind} ${format} ${rows}: ${phase} ${seconds[phase]} s, peak ${Math.round(peak / 1024 ** 2)} MB`,
  );
}

await timed("preview", async () => {
  let compared = 0;
  const watch = setInterval(async () => {
    const { status } = await importDetail(place.officer, { owner, importId });
    if (status === "COMPARING" && compared === 0) compared = performance.now();
  }, 100);
  const from = performance.now();
  await readImport(system(), { importId });
  clearInterval(watch);
  if (compared > 0) seconds.reading = Math.round((compared - from) / 10) / 100;
});
const previewPeak = peak;
const preview = await importDetail(place.officer, { owner, importId });
if (preview.status !== "READY" || preview.counts.REFUSED.rows > 0) throw new Error(JSON.stringify(preview));
await confirmImport(place.officer, { owner, importId });
await timed("apply", () => applyImport(system(), { importId }));
const applied = await importDetail(place.officer, { owner, importId });
if (applied.status !== "APPLIED") throw new Error(`import is ${applied.status}`);
await undoImport(place.officer, { owner, importId, reason: "bench is over" });
await timed("undo", () => takeBackImport(system(), { importId }));

const mb = (bytes: number) => Math.round(bytes / 1024 ** 2);
/** From the file to what it changed. */
const rowsPerSecond = Math.round(rows / ((seconds.preview ?? 0) + (seconds.apply ?? 0)));
console.log(
  JSON.stringify({
    ...{ name: "import", kind, format, rows, entries: applied.effect.created, fileMb: mb(size) },
    ...{ seconds, cpuSeconds, rowsPerSecond },
    memoryMb: { before: mb(base), previewPeak: mb(previewPeak), peak: mb(peak) },
  }),
);
await disconnectDb();
process.exit(0);
