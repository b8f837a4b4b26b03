import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { MAX_SOCIAL_ACCOUNTS, type ProfileInput } from "../creator.schemas";
import { PLATFORMS } from "../platforms";

type Accounts = NonNullable<ProfileInput["socialAccounts"]>;

interface SocialAccountsProps {
  form: FormMetadata<ProfileInput>;
  meta: FieldMetadata<Accounts | undefined, ProfileInput>;
}

/** The accounts of an influencer; lines are added and taken away, also without JavaScript. */
export function SocialAccountsField({ form, meta }: SocialAccountsProps) {
  const { t } = useTranslation("creators");
  const items = meta.getFieldList();
  return (
    <div className="flex flex-col gap-4">
      {items.length === 0 ? <p className="text-ink-muted">{t("profile.none")}</p> : null}
      {items.map((item, index) => (
        <fieldset
          key={item.key}
          className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4 sm:p-5"
        >
          <legend className="sr-only">{t("profile.account", { number: index + 1 })}</legend>
          <div className="flex items-center justify-between gap-3">
            <p aria-hidden="true" className="font-semibold">
              {t("profile.account", { number: index + 1 })}
            </p>
            <Button
              {...form.remove.getButtonProps({ name: meta.name, index })}
              type="submit"
              variant="ghost"
              size="icon"
              aria-label={t("profile.remove", { number: index + 1 })}
              icon={<Trash2 aria-hidden="true" />}
              className="-my-2 -mr-2"
            />
          </div>
          <Account meta={item} />
        </fieldset>
      ))}
      {items.length < MAX_SOCIAL_ACCOUNTS ? (
        <Button
          {...form.insert.getButtonProps({
            name: meta.name,
            defaultValue: { platform: "TIKTOK", handle: "" },
          })}
          type="submit"
          variant="secondary"
          icon={<Plus aria-hidden="true" />}
          className="w-fit"
        >
          {t("profile.add")}
        </Button>
      ) : null}
    </div>
  );
}

function Account({ meta }: { meta: FieldMetadata<Accounts[number], ProfileInput> }) {
  const { t } = useTranslation("creators");
  const fields = meta.getFieldset();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        meta={fields.platform}
        label={t("profile.platformLabel")}
        options={PLATFORMS.map((value) => ({ value, label: t(`platform.${value}`) }))}
      />
      <TextField
        meta={fields.handle}
        label={t("profile.accountHandle")}
        prefix="@"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        meta={fields.followers}
        label={t("profile.followersLabel")}
        hint={t("profile.followersHint")}
        type="number"
        inputMode="numeric"
      />
      <TextField
        meta={fields.url}
        label={t("profile.url")}
        hint={t("profile.urlHint")}
        type="url"
        inputMode="url"
      />
    </div>
  );
}
