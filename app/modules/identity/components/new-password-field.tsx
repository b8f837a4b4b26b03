import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { PasswordField } from "~/ui/field";
import type { BoundMeta } from "~/ui/field-frame";
import { passwordStrength } from "../password";

const tone = ["bg-danger", "bg-warning", "bg-accent", "bg-success"] as const;

/** A field for a new password, with a hint while typing how hard it is to guess. */
export function NewPasswordField({
  meta,
  label,
  personal = [],
}: {
  meta: BoundMeta;
  label: string;
  /** Name and address of the person, as far as they are known. */
  personal?: readonly string[];
}) {
  const { t } = useTranslation("identity");
  const [password, setPassword] = useState("");
  return (
    <div className="flex flex-col gap-2">
      <PasswordField
        meta={meta}
        label={label}
        hint={t("field.passwordHint")}
        autoComplete="new-password"
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      {password === "" ? null : <StrengthMeter strength={passwordStrength(password, personal)} />}
    </div>
  );
}

function StrengthMeter({ strength }: { strength: 0 | 1 | 2 | 3 }) {
  const { t } = useTranslation("identity");
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="grid h-1.5 grow grid-cols-3 gap-1">
        {[1, 2, 3].map((step) => (
          <span
            key={step}
            className={cn(
              "rounded-full transition-colors",
              strength >= step ? tone[strength] : "bg-neutral-soft",
            )}
          />
        ))}
      </div>
      <p role="status" className="shrink-0 font-medium text-ink-muted text-sm">
        <span className="sr-only">{t("strength.label")}: </span>
        {t(`strength.${strength}`)}
      </p>
    </div>
  );
}
