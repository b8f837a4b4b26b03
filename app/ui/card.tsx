import type { HTMLAttributes, ReactNode } from "react";
import { cn } from "~/ui/cn";

type DivProps = HTMLAttributes<HTMLElement>;

/** A surface that holds one thing. `as` picks the element where the card is an article or a list item. */
export function Card({
  as: Element = "div",
  interactive = false,
  className,
  ...rest
}: DivProps & { as?: "div" | "article" | "section" | "li" | "aside"; interactive?: boolean }) {
  return (
    <Element
      className={cn(
        "relative flex flex-col rounded-card border border-line bg-surface shadow-card",
        interactive &&
          "transition-[transform,box-shadow,border-color] duration-200 hover:-translate-y-0.5 hover:border-line-strong/50 hover:shadow-lift focus-within:shadow-lift",
        className,
      )}
      {...rest}
    />
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  icon?: ReactNode;
  level?: 2 | 3 | 4;
  className?: string;
}

/** The card's title, a sentence about it, and what can be done. */
export function CardHeader({ title, description, actions, icon, level = 2, className }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cn(
        "flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-5 pt-5 sm:px-6",
        className,
      )}
    >
      <div className="flex min-w-0 items-start gap-3">
        {icon ? <span className="mt-0.5 text-accent-ink [&_svg]:size-5">{icon}</span> : null}
        <div className="min-w-0">
          <Heading className="text-title">{title}</Heading>
          {description ? <p className="mt-1 text-ink-muted text-sm">{description}</p> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}

export function CardBody({ className, ...rest }: DivProps) {
  return <div className={cn("grow px-5 py-5 sm:px-6", className)} {...rest} />;
}

export function CardFooter({ className, ...rest }: DivProps) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center gap-3 rounded-b-card border-line border-t bg-surface-sunken/60 px-5 py-4 sm:px-6",
        className,
      )}
      {...rest}
    />
  );
}
