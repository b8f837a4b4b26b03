import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** A thin moving thread at the top while the next page is fetched; quick answers show nothing. */
export function NavigationProgress() {
  const { t } = useTranslation("ui");
  const busy = useNavigation().state !== "idle";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!busy) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), 180);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-70 h-[3px] overflow-hidden">
      {shown ? (
        <>
          <span className="sr-only">{t("loading")}</span>
          <div className="h-full w-1/3 animate-glide rounded-full bg-accent" />
        </>
      ) : null}
    </div>
  );
}
