/** One line that is drawn over on a terminal; a line every tenth elsewhere. */
export function progressBar(size: number): (bytes: number, lines: number, at: Date | null) => void {
  const terminal = process.stderr.isTTY;
  let shown = -1;
  let last = 0;
  return (bytes, lines, at) => {
    const share = size === 0 ? 1 : Math.min(1, bytes / size);
    const step = Math.floor(share * (terminal ? 200 : 10));
    if (at !== null && (step === shown || Date.now() - last < 100)) return;
    shown = step;
    last = Date.now();
    const bar = "█".repeat(Math.round(share * 30)).padEnd(30, "░");
    const when = at ? at.toISOString().slice(0, 16).replace("T", " ") : "sent";
    const text = `${bar} ${lines.toLocaleString("en")} lines · ${when}`;
    process.stderr.write(terminal ? `\r${text}\x1b[K${at ? "" : "\n"}` : `${text}\n`);
  };
}
