import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import { cn } from "~/ui/cn";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "link";
export type ButtonSize = "sm" | "md" | "lg" | "icon";

const variants: Record<ButtonVariant, string> = {
  primary:
    "bg-brand text-on-brand shadow-[inset_0_1px_0_oklch(1_0_0/0.16),0_1px_2px_oklch(0.2_0.05_272/0.25)] hover:bg-brand-hover",
  secondary:
    "bg-surface-raised text-ink border border-line-strong/55 shadow-[0_1px_2px_oklch(0.2_0.05_272/0.07)] hover:border-line-strong hover:bg-surface-sunken",
  ghost: "text-ink hover:bg-brand-soft hover:text-brand-ink",
  danger: "bg-danger text-on-danger shadow-[inset_0_1px_0_oklch(1_0_0/0.14)] hover:bg-danger-hover",
  link: "text-brand-ink underline decoration-brand-ink/40 underline-offset-4 hover:decoration-current px-0",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-9 px-3 text-sm gap-1.5 pointer-coarse:min-h-11",
  md: "min-h-11 px-4 text-base gap-2",
  lg: "min-h-13 px-6 text-title gap-2.5",
  icon: "size-11 justify-center",
};

/** The class names of a button, for elements that must look like one. */
export function buttonClass(variant: ButtonVariant = "primary", size: ButtonSize = "md", className?: string) {
  return cn(
    "inline-flex select-none items-center justify-center rounded-control font-semibold leading-tight text-center",
    "transition-[background-color,border-color,transform] duration-150 active:translate-y-px",
    "disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55",
    "[&_svg]:size-[1.15em] [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    variant === "link" && "px-0",
    className,
  );
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Shows the echo mark at work and keeps a second press away. */
  pending?: boolean | undefined;
  icon?: ReactNode;
}

/** A button. `type` is "button" unless told otherwise, so that none submits a form by accident. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, pending = false, icon, className, children, type = "button", ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      className={buttonClass(variant, size, className)}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {pending ? <PendingArcs /> : icon}
      {children}
    </button>
  );
});

type AnchorProps = Omit<LinkProps, "to"> & {
  /** Where to, inside this site. */
  to?: LinkProps["to"] | undefined;
  /** An address of another site, or a file: rendered as a plain anchor. */
  href?: string | undefined;
  external?: boolean | undefined;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
};

/** A link that looks like a button. Give `to` for pages of this site, `href` (and `external`) for others. */
export const ButtonLink = forwardRef<HTMLAnchorElement, AnchorProps>(function ButtonLink(
  { to, href, external = false, variant, size, icon, className, children, ...rest },
  ref,
) {
  const classes = buttonClass(variant, size, className);
  if (href !== undefined) {
    const { prefetch, reloadDocument, replace, state, preventScrollReset, relative, ...anchor } = rest;
    const outside = external ? { target: "_blank", rel: "noopener noreferrer" } : {};
    return (
      <a ref={ref} href={href} className={classes} {...outside} {...anchor}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link ref={ref} to={to ?? "."} className={classes} {...rest}>
      {icon}
      {children}
    </Link>
  );
});

/** Three arcs that light up one after the other: something is on its way. */
export function PendingArcs({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" className={className}>
      <g strokeWidth="2.4" strokeLinecap="round">
        <path d="M5 14.5a5 5 0 0 1 4.5 4.5" className="animate-echo" />
        <path d="M5 9.5a10 10 0 0 1 9.5 9.5" className="animate-echo [animation-delay:180ms]" />
        <path d="M5 4.500a15 15 0 0 1 14.5 14.5" className="animate-echo [animation-delay:360ms]" />
      </g>
    </svg>
  );
}
