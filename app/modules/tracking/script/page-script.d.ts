declare module "virtual:page-script" {
  /** The minified text of `page.ts`, made by the plugin in scripts/lib/page-script.ts. */
  const script: string;
  export default script;
}
