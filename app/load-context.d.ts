import "@remix-run/node";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** The nonce of this answer's Content-Security-Policy; undefined under Remix's own development server. */
    cspNonce?: string;
  }
}
