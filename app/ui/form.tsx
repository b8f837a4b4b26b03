import { useNavigation } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonProps } from "~/ui/button";
import { cn } from "~/ui/cn";
import { useMessage } from "~/ui/message";

/**
 * The errors that belong to the whole form. It takes the focus when they appear, so that a screen reader says
 * them and the eye is led there.
 */
export function FormErrorSummary({
  errors,
  title,
}: {
  errors?: string[] | null | undefined;
  title?: string;
}) {
  const { t } = useTranslation("ui");
  const message = useMessage();
  const box = useRef<HTMLDivElement>(null);
  const text = errors?.join("\n") ?? "";
  useEffect(() => {
    if (text !== "") box.current?.focus();
  }, [text]);
  if (!errors || errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-card border border-danger/40 bg-danger-soft px-4 py-3.5 text-danger-ink"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{title ?? t("form.errorTitle")}</p>
        <ul className="mt-0.5 text-sm">
          {errors.map((error) => (
            <li key={error}>{message(error)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/**
 * The button that sends its form. It knows by itself when its form is on the way; a form sent by a fetcher says
 * so with `pending`. `pendingLabel` replaces the text meanwhile.
 */
export function SubmitButton({
  pending,
  pendingLabel,
  children,
  ...rest
}: ButtonProps & { pendingLabel?: string }) {
  const navigation = useNavigation();
  const button = useRef<HTMLButtonElement>(null);
  const value = rest.name ? navigation.formData?.get(rest.name) : undefined;
  const mine = rest.name === undefined || value === rest.value;
  const action = button.current?.form?.action;
  const target = navigation.formAction
    ? new URL(navigation.formAction, "http://gaung.invalid").pathname
    : undefined;
  const own = action === undefined || target === undefined || new URL(action).pathname === target;
  const busy = pending ?? (navigation.state === "submitting" && mine && own);
  return (
    <Button ref={button} type="submit" pending={busy} {...rest}>
      {busy && pendingLabel ? pendingLabel : children}
    </Button>
  );
}

/** The row of buttons that ends a form: the main one first in reading order. */
export function FormActions({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "flex flex-col gap-3 pt-2 sm:flex-row sm:flex-wrap sm:items-center [&>*]:w-full sm:[&>*]:w-auto",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** A part of a long form: its title and sense on the left, its fields on the right. */
export function FormSection({
  title,
  description,
  children,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      className={cn(
        "grid gap-x-10 gap-y-5 border-line border-t py-7 first:border-t-0 first:pt-0 lg:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]",
        className,
      )}
    >
      <div>
        <h2 className="text-title">{title}</h2>
        {description ? <p className="mt-1.5 text-ink-muted text-sm">{description}</p> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}

/** A sentence that says what is wrong, where no field stands above it. */
export function ErrorText({
  id,
  children,
  className,
}: {
  id?: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <p id={id} className={cn("flex items-start gap-1.5 font-medium text-danger-ink text-sm", className)}>
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
