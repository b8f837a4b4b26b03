import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Select } from "~/ui/input";
import { useMessage } from "~/ui/message";
import type { FieldChoice } from "../column-choices";
import { FoldTitle } from "./fold-title";

type Props = { fields: FieldChoice[]; columns: string[] };

/** Fields with the column that holds each now; those that nobody needs and nothing holds lie behind a fold. */
export function ColumnFields({ fields, columns }: Props) {
  const { t } = useTranslation("imports");
  const spare = fields.filter(({ needed, header }) => !needed && header === null);
  const first = fields.filter((field) => !spare.includes(field));
  return (
    <>
      {first.map((field) => (
        <ColumnField key={field.field} choice={field} columns={columns} />
      ))}
      {spare.length > 0 ? (
        <details
          className="group rounded-card border border-line bg-surface px-5 py-2"
          open={first.length === 0}
        >
          <FoldTitle>{t("ask.more")}</FoldTitle>
          <p className="mb-4 text-ink-muted text-sm">{t("ask.moreText")}</p>
          <div className="flex flex-col gap-5 pb-4">
            {spare.map((field) => (
              <ColumnField key={field.field} choice={field} columns={columns} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

function ColumnField({ choice, columns }: { choice: FieldChoice; columns: string[] }) {
  const { t } = useTranslation("imports");
  const labelOf = useFieldLabel();
  const { field, needed, header } = choice;
  // What was recognised can be pointed out elsewhere; a person's word is taken back where it is listed.
  const required = needed || header !== null;
  return (
    <Labelled label={labelOf(field)}>
      {(id) => (
        <Select id={id} name={`columns.${field}`} required={required} defaultValue={header ?? ""}>
          {header === null ? <option value="">{t(required ? "ask.choose" : "ask.none")}</option> : null}
          {columns.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  );
}

/** What a field is called: figures are fields by what they measure. */
function useFieldLabel(): (field: string) => string {
  const { i18n } = useTranslation("imports");
  const message = useMessage();
  return (field) =>
    message(i18n.exists(`imports:field.${field}`) ? `imports:field.${field}` : `imports:metric.${field}`);
}

export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
