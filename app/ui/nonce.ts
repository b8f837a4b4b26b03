import { createContext, useContext } from "react";

/** The page's CSP nonce, known to the server only: the browser hides it from scripts and hydration ignores it. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
