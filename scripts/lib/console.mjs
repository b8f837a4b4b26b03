import { explain, Failure } from "./failure.mjs";

const terminal = Boolean(process.stdout.isTTY) && !process.env.CI;
const colour = terminal && !process.env.NO_COLOR;
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint("1");
export const dim = paint("2");
export const green = paint("32");
export const red = paint("31");
export const amber = paint("33");

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Milliseconds as people read them: "0.4 s", "1 min 12 s". */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/**
 * Runs one step and shows it on one line: what, how it is going, how long it took. `work` gets a function that
 * changes the remark; the step's last remark stays.
 */
export async function step(title, work) {
  const start = Date.now();
  let remark = "";
  let frame = 0;
  const head = title.padEnd(14);
  const draw = () => {
    const spinner = green(FRAMES[frame++ % FRAMES.length]);
    const room = Math.max(20, (process.stdout.columns ?? 100) - 32);
    const line = `${head} ${dim(`${remark.slice(0, room)} ${duration(Date.now() - start)}`)}`;
    process.stdout.write(`\r\u001b[2K  ${spinner} ${line}`);
  };
  const timer = terminal ? setInterval(draw, 100) : null;
  const finish = (mark) => {
    clearInterval(timer);
    const took = `${remark ? `${remark}, ` : ""}${duration(Date.now() - start)}`;
    process.stdout.write(`${terminal ? "\r\u001b[2K" : ""}  ${mark} ${head} ${dim(took)}\n`);
  };
  try {
    const result = await work((text) => {
      remark = text;
    });
    finish(green("✓"));
    return result;
  } catch (error) {
    finish(red("✗"));
    throw error;
  }
}

/** A line about something that happened while the instance runs. */
export function notice(text) {
  console.log(`  ${amber("!")} ${text}`);
}

/** Prints an error: a sentence and what to do where it is known, else with its stack. */
export function printError(error) {
  const known = explain(error);
  if (known instanceof Failure) {
    console.error(`\n${red("✗")} ${bold(known.message)}`);
    if (known.advice) console.error(`  ${known.advice}`);
    if (process.env.DEBUG && known.cause) console.error(known.cause);
    return;
  }
  console.error(`\n${red("✗")} ${error?.stack ?? error}`);
}
