import { cn } from "~/ui/cn";

const tints = [
  "bg-brand-soft text-brand-ink",
  "bg-accent-soft text-accent-ink",
  "bg-success-soft text-success-ink",
  "bg-danger-soft text-danger-ink",
  "bg-info-soft text-info-ink",
];

/** First letters of the first and last name: "Siti Nur Aisyah" gives "SA". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("id");
}

function tintOf(name: string): string {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return tints[sum % tints.length] ?? "";
}

const sizes = { sm: "size-8 text-xs", md: "size-10 text-sm", lg: "size-14 text-title" };

/** A face, or the initials on a colour that stays with the name. Decoration: the name stands beside it. */
export function Avatar({
  name,
  src,
  size = "md",
  className,
}: {
  name: string;
  src?: string | null;
  size?: keyof typeof sizes;
  className?: string;
}) {
  const shape = cn(
    "inline-grid shrink-0 select-none place-items-center overflow-hidden rounded-full font-bold",
    sizes[size],
  );
  if (src) return <img src={src} alt="" loading="lazy" className={cn(shape, "object-cover", className)} />;
  return (
    <span aria-hidden="true" className={cn(shape, tintOf(name), className)}>
      {initialsOf(name)}
    </span>
  );
}
