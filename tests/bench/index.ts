import { benchDrain } from "./drain";
import { benchImport } from "./import";
import { benchRedirect } from "./redirect";
import { benchStorage } from "./storage";

const BENCHES: Record<string, (options: readonly string[]) => Promise<void>> = {
  drain: benchDrain,
  import: benchImport,
  redirect: benchRedirect,
  storage: benchStorage,
};

const [name = "redirect", ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`There is no bench "${name}". There is: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
await bench(options);
process.exit(0);
