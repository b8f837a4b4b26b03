import { Form, useNavigation } from "@remix-run/react";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import {
  cloneElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "~/ui/button";
import { cn } from "~/ui/cn";
import { useHydrated } from "~/ui/use-hydrated";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  className?: string;
}

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };

/** A window above the page: a sheet from below on the phone, centred on wider screens. Escape and the veil close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "md",
  className,
}: DialogProps) {
  const { t } = useTranslation("ui");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim backdrop-blur-[2px]" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-sheet flex-col rounded-t-hero bg-surface-raised shadow-pop outline-none",
            "sm:inset-x-4 sm:inset-y-0 sm:m-auto sm:h-fit sm:animate-rise sm:rounded-card",
            widths[size],
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-5 sm:px-6">
            <div className="min-w-0">
              <Radix.Title className="text-heading">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-1.5 text-ink-muted text-sm">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close
              aria-label={t("dialog.close")}
              className="-mt-1.5 -mr-2 grid size-11 shrink-0 place-items-center rounded-full text-ink-muted hover:bg-surface-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </Radix.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-4 sm:px-6">{children}</div>
          {footer ? (
            <div className="flex flex-col-reverse gap-3 border-line border-t px-5 py-4 sm:flex-row sm:justify-end sm:px-6">
              {footer}
            </div>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type TriggerProps = {
  type?: "submit" | "button" | "reset";
  children?: ReactNode;
  onClick?: (event: MouseEvent) => void;
};

export interface ConfirmDialogProps {
  /** The button that asks; usually `<Button>`. */
  trigger: ReactElement<TriggerProps>;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  pendingLabel?: string;
  tone?: "primary" | "danger";
  /** Where the form is sent; without it, to the page itself. */
  action?: string;
  /** Hidden inputs: what is being confirmed. */
  fields?: Record<string, string>;
  /** Inputs to fill in before confirming, such as a reason. */
  children?: ReactNode;
}

/**
 * Asks before it sends a form. Without JavaScript the trigger sends the form itself; where there is something to
 * fill in, it opens as a disclosure instead.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const hydrated = useHydrated();
  const { trigger, action, fields = {}, children, confirmLabel, tone = "primary" } = props;
  if (hydrated) return <HydratedConfirm {...props} />;
  if (!children) {
    return (
      <Form method="post" action={action} className="contents">
        <HiddenFields fields={fields} />
        {cloneElement(trigger, { type: "submit" })}
      </Form>
    );
  }
  return (
    <details className="rounded-control">
      <summary className={buttonClass("secondary")}>{trigger.props.children}</summary>
      <Form method="post" action={action} className="mt-3 flex flex-col gap-4">
        <HiddenFields fields={fields} />
        {children}
        <Button type="submit" variant={tone}>
          {confirmLabel}
        </Button>
      </Form>
    </details>
  );
}

function HydratedConfirm({
  trigger,
  title,
  description,
  confirmLabel,
  pendingLabel,
  tone = "primary",
  action,
  fields = {},
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation("ui");
  const [open, setOpen] = useState(false);
  const sent = useRef(false);
  const navigation = useNavigation();
  const pending = sent.current && navigation.state !== "idle";
  useEffect(() => {
    if (navigation.state !== "idle" || !sent.current) return;
    sent.current = false;
    setOpen(false);
  }, [navigation.state]);
  return (
    <>
      {cloneElement(trigger, {
        type: "button",
        onClick: () => setOpen(true),
      })}
      <Dialog open={open} onOpenChange={setOpen} title={title} description={description} size="sm">
        <Form
          method="post"
          action={action}
          className="flex flex-col gap-5"
          onSubmit={() => {
            sent.current = true;
          }}
        >
          <HiddenFields fields={fields} />
          {children}
          <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t("dialog.cancel")}
            </Button>
            <Button type="submit" variant={tone} pending={pending}>
              {pending && pendingLabel ? pendingLabel : confirmLabel}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}

function HiddenFields({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
