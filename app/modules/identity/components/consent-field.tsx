import { useTranslation } from "react-i18next";
import { CheckboxField } from "~/ui/field";
import type { BoundMeta } from "~/ui/field-frame";
import { TERMS_VERSION } from "../identity.schemas";

const USE = ["use1", "use2", "use3"] as const;
const PRIVACY = ["privacy1", "privacy2", "privacy3"] as const;

/** Consent with the text that is agreed to right there, in plain words (UU 27/2022 art. 22). */
export function ConsentField({ meta }: { meta: BoundMeta }) {
  const { t } = useTranslation("identity");
  return (
    <div className="rounded-card border border-line bg-surface-sunken/60 px-4 py-2">
      <CheckboxField meta={meta} label={t("field.consent")} />
      <details className="group pb-2 pl-8.5">
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-brand-ink text-sm underline-offset-4 hover:underline">
          {t("register.readTerms")}
        </summary>
        <div className="flex flex-col gap-2 text-ink-muted text-sm">
          <p className="font-semibold text-ink">
            {t("terms.title")} · {t("terms.version", { version: TERMS_VERSION })}
          </p>
          <ul className="flex list-disc flex-col gap-1.5 pl-4.5">
            {[...USE, ...PRIVACY].map((key) => (
              <li key={key}>{t(`terms.${key}`)}</li>
            ))}
          </ul>
        </div>
      </details>
    </div>
  );
}
