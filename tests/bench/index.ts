import { benchRedirect } from "./redirect";

const BENCHES: Record<string, (wanted?: string) => Promise<void>> = { redirect: benchRedirect };

const [name = "redirect", wanted] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`There is no bench "${name}". There is: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
await bench(wanted);
process.exit(0);
