import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { LIMITS } from "../brief.schemas";
import type { CampaignFormInput } from "../campaign-form";

interface PointsProps {
  kind: "dos" | "donts";
  form: FormMetadata<CampaignFormInput>;
  meta: FieldMetadata<CampaignFormInput["dos"], CampaignFormInput>;
}

/** A list of short sentences, one a line; lines are added and taken away, also without JavaScript. */
export function EditorPoints({ kind, form, meta }: PointsProps) {
  const { t } = useTranslation("campaigns");
  const items = meta.getFieldList();
  const list = t(`form.${kind}`);
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-2 font-semibold text-sm">{list}</legend>
      <ul className="flex flex-col gap-2.5">
        {items.map((item, index) => (
          <li key={item.key} className="flex items-start gap-2">
            <TextField
              meta={item}
              label={<span className="sr-only">{t("form.point", { list, number: index + 1 })}</span>}
              placeholder={t(`form.${kind}Placeholder`)}
              className="grow gap-0"
            />
            <Button
              {...form.remove.getButtonProps({ name: meta.name, index })}
              type="submit"
              variant="ghost"
              size="icon"
              aria-label={t("form.removePoint", { list, number: index + 1 })}
              icon={<Trash2 aria-hidden="true" />}
            />
          </li>
        ))}
      </ul>
      {items.length < LIMITS.listItems ? (
        <Button
          {...form.insert.getButtonProps({ name: meta.name, defaultValue: "" })}
          type="submit"
          variant="secondary"
          size="sm"
          icon={<Plus aria-hidden="true" />}
          className="w-fit"
        >
          {t(`form.${kind}Add`)}
        </Button>
      ) : null}
    </fieldset>
  );
}
