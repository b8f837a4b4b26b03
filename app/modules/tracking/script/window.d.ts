/** The one global function of the script; what the snippet in the page queued before it came stands in `q`. */
interface Window {
  gaung?: ((...call: [string, unknown?]) => void) & { q?: ArrayLike<unknown>[] };
}
