import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Plugin, transformWithEsbuild } from "vite";

const ID = "virtual:page-script";
const SOURCE = path.resolve(import.meta.dirname, "../../app/modules/tracking/script/page.ts");

/**
 * Gives the script for other people's pages as one minified text: `import script from "virtual:page-script"`. Its
 * browsers are older than ours: everything since 2019.
 */
export function pageScript(): Plugin {
  return {
    name: "page-script",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      this.addWatchFile(SOURCE);
      const source = await readFile(SOURCE, "utf8");
      const { code } = await transformWithEsbuild(source, SOURCE, {
        minify: true,
        target: "es2019",
        sourcemap: false,
        // The project's own settings are for modules that are bundled.
        tsconfigRaw: { compilerOptions: {} },
      });
      return `export default ${JSON.stringify(code)};`;
    },
  };
}
