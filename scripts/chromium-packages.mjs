// Prints the Debian packages that the tests' Chromium lacks on this machine, nothing where it starts. For .ci/run.
import { ensureChromium } from "./lib/chromium.mjs";
import { printError } from "./lib/console.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";

try {
  await ensureInstalled({ dev: true }, (text) => console.error(text));
  await ensureChromium();
} catch (error) {
  if (error.packages?.length > 0) {
    console.log(error.packages.join(" "));
  } else {
    printError(error);
    process.exit(1);
  }
}
