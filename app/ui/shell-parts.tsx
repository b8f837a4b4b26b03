import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";

/** The first stop of the keyboard: straight to the content. */
export function SkipLink() {
  const { t } = useTranslation("ui");
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-70 -translate-y-20 rounded-control bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
    >
      {t("shell.skip")}
    </a>
  );
}

/** Says at the top of every page that this is a demonstration. */
export function DemoNotice({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useTranslation("ui");
  return (
    <aside
      aria-label={t("shell.notice")}
      className={cn(
        "border-accent/40 border-b bg-accent-soft px-4 py-2 text-center font-medium text-accent-ink text-sm",
        className,
      )}
    >
      {children}
    </aside>
  );
}
