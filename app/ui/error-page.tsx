import { useTranslation } from "react-i18next";
import { Pattern } from "~/ui/brand";
import { Button, ButtonLink } from "~/ui/button";

/** The kinds of trouble that have words of their own; every other status speaks as the nearest of them. */
const kinds = {
  400: "notFound",
  401: "unauthenticated",
  403: "forbidden",
  404: "notFound",
  410: "gone",
  429: "tooMany",
  503: "unavailable",
} as const;

export type ErrorKind = (typeof kinds)[keyof typeof kinds] | "internal";

/** Which words to use for an HTTP status. */
export function errorKind(status: number): ErrorKind {
  const known = Object.entries(kinds).find(([code]) => Number(code) === status);
  if (known) return known[1];
  return status >= 400 && status < 500 ? "notFound" : "internal";
}

export interface ErrorPageProps {
  status: number;
  /** What the server said for the person, already translated; replaces the general sentence. */
  message?: string | undefined;
  /** Id by which the log knows this request. */
  reference?: string | undefined;
  signInTo?: string;
}

/** A page instead of the page: what happened, in plain words, and where to go from here. */
export function ErrorPage({ status, message, reference, signInTo = "/masuk" }: ErrorPageProps) {
  const { t } = useTranslation("ui");
  const kind = errorKind(status);
  return (
    <div className="relative isolate flex min-h-[70dvh] items-center overflow-hidden px-5 py-16 sm:px-8">
      <Pattern
        name="echo"
        className="-z-10 text-accent-ink opacity-40 [mask-image:linear-gradient(to_left,black_20%,transparent_70%)]"
      />
      <div className="mx-auto w-full max-w-5xl [&>*]:max-w-xl">
        <p
          aria-hidden="true"
          className="font-extrabold text-[clamp(4.5rem,18vw,8.5rem)] text-brand-ink leading-none tracking-[-0.045em]"
        >
          {status}
        </p>
        <h1 className="mt-4 text-page">{t(`error.${kind}Title`)}</h1>
        <p className="mt-3 max-w-[52ch] text-ink-muted text-title">
          {message ?? t(`error.${kind}Description`)}
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          {kind === "unauthenticated" ? <ButtonLink to={signInTo}>{t("error.signIn")}</ButtonLink> : null}
          {status >= 500 || status === 429 ? (
            <Button onClick={() => window.location.reload()}>{t("error.reload")}</Button>
          ) : null}
          <ButtonLink to="/" variant={kind === "notFound" || kind === "gone" ? "primary" : "secondary"}>
            {t("error.home")}
          </ButtonLink>
        </div>
        {reference ? (
          <p className="mt-8 text-ink-subtle text-sm">{t("error.reference", { id: reference })}</p>
        ) : null}
      </div>
    </div>
  );
}
