import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/ui/cn";

const widths = { narrow: "max-w-2xl", default: "max-w-6xl", wide: "max-w-7xl" };

/** The frame of a page's content: its width and the rhythm between its parts. */
export function Page({
  children,
  width = "default",
  className,
}: {
  children: ReactNode;
  width?: keyof typeof widths;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "mx-auto flex w-full flex-col gap-8 px-4 pt-6 pb-14 sm:px-6 sm:pt-9 lg:px-8",
        widths[width],
        className,
      )}
    >
      {children}
    </div>
  );
}

export interface PageHeaderProps {
  title: ReactNode;
  eyebrow?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
  meta?: ReactNode;
  className?: string;
}

/** The page's one h1, with the way back above it and the page's actions beside it. */
export function PageHeader({ title, eyebrow, description, actions, back, meta, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-col gap-4", className)}>
      {back ? (
        <Link
          to={back.to}
          className="-my-2 inline-flex min-h-11 w-fit items-center gap-2 font-semibold text-brand-ink text-sm underline-offset-4 hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-3xl">
          {eyebrow ? <p className="mb-1.5 font-semibold text-accent-ink text-sm">{eyebrow}</p> : null}
          <h1 className="font-extrabold text-page tracking-[-0.026em]">{title}</h1>
          {description ? <p className="mt-2.5 max-w-[62ch] text-ink-muted">{description}</p> : null}
          {meta ? (
            <div className="mt-3.5 flex flex-wrap items-center gap-2 text-ink-muted text-sm">{meta}</div>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
    </header>
  );
}

export interface SectionProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
  className?: string;
}

/** A titled part of a page. */
export function Section({ title, description, actions, children, id, className }: SectionProps) {
  return (
    <section id={id} className={cn("flex min-w-0 flex-col gap-4", className)}>
      {title || actions ? (
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            {title ? <h2 className="text-heading">{title}</h2> : null}
            {description ? <p className="mt-1 max-w-[62ch] text-ink-muted text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** Main column and a narrower one beside it; under one another on the phone. */
export function Split({
  main,
  aside,
  asideFirst = false,
  className,
}: {
  main: ReactNode;
  aside: ReactNode;
  asideFirst?: boolean;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)] lg:gap-8",
        className,
      )}
    >
      <div className="flex min-w-0 flex-col gap-6">{main}</div>
      <div
        className={cn(
          "flex min-w-0 flex-col gap-6 lg:sticky lg:top-6",
          asideFirst && "order-first lg:order-none",
        )}
      >
        {aside}
      </div>
    </div>
  );
}
