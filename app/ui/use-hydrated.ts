import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and during hydration, true afterwards: for what only a browser can draw. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
