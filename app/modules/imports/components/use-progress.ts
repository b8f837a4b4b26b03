import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ImportProgress } from "../queries/import-progress.server";

const EVERY_MS = 1_500;

/**
 * Asks a small resource route how far the import is, as long as the worker is at it, and has the page's data read
 * anew once it moved on. Without JavaScript the page is reloaded by hand.
 */
export function useProgress(address: string, shown: ImportProgress, working: boolean): ImportProgress {
  const fetcher = useFetcher<ImportProgress>();
  const revalidator = useRevalidator();
  const load = useRef(fetcher.load);
  const revalidate = useRef(revalidator.revalidate);
  load.current = fetcher.load;
  revalidate.current = revalidator.revalidate;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") load.current(address);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [address, working]);
  const latest = fetcher.data;
  const moved = latest !== undefined && (latest.status !== shown.status || latest.stopped !== shown.stopped);
  useEffect(() => {
    if (working && moved) revalidate.current();
  }, [working, moved]);
  return latest && latest.status === shown.status ? latest : shown;
}
