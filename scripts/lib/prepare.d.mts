/** The production build of web and worker, made when a source file changed; resolves with what was done. */
export function ensureBuilt(tell: (remark: string) => void): Promise<string>;
