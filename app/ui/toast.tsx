import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { type MessageParams, useMessage } from "~/ui/message";

export type ToastTone = "success" | "info" | "danger";

/** `message` is a translated text or a message key. */
export interface ToastContent {
  tone?: ToastTone | undefined;
  message: string;
  params?: MessageParams | undefined;
}

/** A toast that came with a page; the id tells a new one from the same one seen again. */
export type FlashToast = ToastContent & { id: string };

const ToastContext = createContext<((toast: ToastContent) => void) | null>(null);

/** Shows a short notice at the edge of the screen. Only inside `ToastProvider`. */
export function useToast(): (toast: ToastContent) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

const icons: Record<ToastTone, ReactNode> = {
  success: <CircleCheck className="text-success" />,
  info: <Info className="text-info" />,
  danger: <CircleAlert className="text-danger" />,
};

/** Holds the toasts. `flash` is the one that the last redirect left behind. */
export function ToastProvider({
  flash,
  children,
}: {
  flash?: FlashToast | null | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation("ui");
  const message = useMessage();
  const [toasts, setToasts] = useState<FlashToast[]>([]);
  const show = useCallback((toast: ToastContent) => {
    setToasts((all) => [...all.slice(-2), { ...toast, id: crypto.randomUUID() }]);
  }, []);
  useEffect(() => {
    if (!flash) return;
    setToasts((all) => (all.some((toast) => toast.id === flash.id) ? all : [...all.slice(-2), flash]));
  }, [flash]);
  const remove = (id: string) => setToasts((all) => all.filter((toast) => toast.id !== id));
  return (
    <ToastContext.Provider value={show}>
      <Radix.Provider label={t("toast.label")} duration={6000} swipeDirection="right">
        {children}
        {toasts.map((toast) => (
          <Radix.Root
            key={toast.id}
            onOpenChange={(open) => !open && remove(toast.id)}
            className={cn(
              "flex animate-rise items-start gap-3 rounded-card border border-line bg-surface-raised py-2 pr-2 pl-4 shadow-pop",
              "data-[state=closed]:opacity-0 [&_svg]:size-5",
            )}
          >
            <span aria-hidden="true" className="mt-2.5 shrink-0">
              {icons[toast.tone ?? "success"]}
            </span>
            <Radix.Description className="grow py-2 font-medium text-sm">
              {message(toast.message, toast.params)}
            </Radix.Description>
            <Radix.Close
              aria-label={t("dialog.close")}
              className="grid size-10 shrink-0 place-items-center rounded-full text-ink-muted hover:bg-surface-sunken"
            >
              <X aria-hidden="true" />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed inset-x-4 bottom-20 z-60 flex flex-col gap-2 outline-none sm:right-6 sm:bottom-6 sm:left-auto sm:w-96" />
      </Radix.Provider>
    </ToastContext.Provider>
  );
}
