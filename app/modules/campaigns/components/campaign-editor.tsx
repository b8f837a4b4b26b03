import { type FormMetadata, FormProvider, getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Eye } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { RadioGroupField, SelectField, TextAreaField, TextField } from "~/ui/field";
import { FormActions, FormErrorSummary, FormSection, SubmitButton } from "~/ui/form";
import { useForm } from "~/ui/use-form";
import { type CampaignFormInput, campaignFormSchema } from "../campaign-form";
import { previewDraft } from "../preview-draft";
import type { EditorProduct } from "../queries/editor-products.server";
import { BriefPreview } from "./brief-preview";
import { EditorDeliverables } from "./editor-deliverables";
import { EditorPoints } from "./editor-points";
import { EditorTerms } from "./editor-terms";

/** The name of the second button: where to go after saving. */
export const NEXT_FIELD = "next";

interface CampaignEditorProps {
  defaultValue: CampaignFormInput;
  products: EditorProduct[];
  zone: Zone;
  /** Set once published: the product stays. */
  productFixed: boolean;
  /** Name of the draft that the form began from. */
  basedOn?: string;
  mayPublish: boolean;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** The brief's form, with the brief as influencers will see it beside it. */
export function CampaignEditor(props: CampaignEditorProps) {
  const { defaultValue, products, zone, basedOn, mayPublish, lastResult } = props;
  const { t } = useTranslation("campaigns");
  const [form, fields] = useForm(campaignFormSchema, {
    id: "brief",
    defaultValue,
    lastResult,
    constraint: {},
  });
  const product = products.find((candidate) => candidate.id === fields.productId.value);
  const draft = previewDraft(form.value ?? defaultValue, zone);
  return (
    <FormProvider context={form.context}>
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <Form method="post" {...getFormProps(form)} className="flex min-w-0 flex-col">
          {/* Enter in a field presses the first button of a form: without this one, it would remove a line. */}
          <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
          {basedOn ? <input type="hidden" name="basedOn" value={basedOn} /> : null}
          <FormErrorSummary errors={form.errors} />
          <Story form={form} products={products} productFixed={props.productFixed} />
          <Stacked title={t("form.guide")} description={t("form.guideHint")}>
            <EditorPoints kind="dos" form={form} meta={fields.dos} />
            <EditorPoints kind="donts" form={form} meta={fields.donts} />
          </Stacked>
          <Stacked title={t("form.deliverables")} description={t("form.deliverablesHint")}>
            <EditorDeliverables form={form} meta={fields.deliverables} />
          </Stacked>
          <Stacked title={t("form.hashtagsTitle")} description={t("form.hashtagsHint")}>
            <Hashtags form={form} />
          </Stacked>
          <Stacked title={t("form.terms")} description={t("form.termsHint")}>
            <EditorTerms form={form} product={product} zone={zone} />
          </Stacked>
          <FormActions className="border-line border-t pt-6">
            <SubmitButton pendingLabel={t("form.saving")}>{t("form.save")}</SubmitButton>
            {mayPublish ? (
              <SubmitButton
                variant="secondary"
                name={NEXT_FIELD}
                value="publish"
                pendingLabel={t("form.saving")}
              >
                {t("form.saveAndPublish")}
              </SubmitButton>
            ) : null}
            <PreviewDialog>
              <BriefPreview draft={draft} product={product} zone={zone} />
            </PreviewDialog>
          </FormActions>
        </Form>
        <aside
          aria-label={t("form.preview")}
          className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] flex-col gap-3 overflow-y-auto pb-2 xl:flex"
        >
          <div>
            <h2 className="text-title">{t("form.preview")}</h2>
            <p className="text-ink-muted text-sm">{t("form.previewHint")}</p>
          </div>
          <BriefPreview draft={draft} product={product} zone={zone} />
        </aside>
      </div>
    </FormProvider>
  );
}

/** A form section in one column, because the preview stands beside it. */
function Stacked(props: Parameters<typeof FormSection>[0]) {
  return <FormSection {...props} className="lg:grid-cols-1" />;
}

type Part = { form: FormMetadata<CampaignFormInput> };

function Story({
  form,
  products,
  productFixed,
}: Part & Pick<CampaignEditorProps, "products" | "productFixed">) {
  const { t } = useTranslation("campaigns");
  const fields = form.getFieldset();
  const shown = productFixed
    ? products.filter((product) => product.id === fields.productId.initialValue)
    : products;
  return (
    <Stacked title={t("form.story")} description={t("form.storyHint")}>
      <SelectField
        meta={fields.productId}
        label={t("form.product")}
        hint={productFixed ? t("form.productFixed") : undefined}
        {...(productFixed ? {} : { placeholder: t("form.productChoose") })}
        options={shown.map(({ id, name, status }) => ({
          value: id,
          label: status === "DRAFT" ? t("form.productDraft", { name }) : name,
        }))}
      />
      <TextField
        meta={fields.title}
        label={t("form.titleLabel")}
        placeholder={t("form.titlePlaceholder")}
        maxLength={90}
      />
      <TextAreaField
        meta={fields.aim}
        label={t("form.aim")}
        hint={t("form.aimHint")}
        rows={3}
        maxLength={600}
      />
      <TextAreaField
        meta={fields.message}
        label={t("form.message")}
        hint={t("form.messageHint")}
        rows={6}
        maxLength={2_000}
      />
    </Stacked>
  );
}

function Hashtags({ form }: Part) {
  const { t } = useTranslation("campaigns");
  const fields = form.getFieldset();
  return (
    <>
      <RadioGroupField
        meta={fields.disclosure}
        label={t("form.disclosure")}
        options={[
          { value: "#iklan", label: "#iklan", hint: t("form.disclosureIklan") },
          { value: "#kerjasama", label: "#kerjasama", hint: t("form.disclosureKerjasama") },
          { value: "#ad", label: "#ad", hint: t("form.disclosureAd") },
        ]}
      />
      <TextField
        meta={fields.hashtags}
        label={t("form.hashtags")}
        hint={t("form.hashtagsHintField")}
        autoCapitalize="none"
      />
    </>
  );
}

/** On screens without room for a second column, the preview opens above the form. */
function PreviewDialog({ children }: { children: ReactNode }) {
  const { t } = useTranslation("campaigns");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        icon={<Eye aria-hidden="true" />}
        onClick={() => setOpen(true)}
        className="noscript:hidden xl:hidden"
      >
        {t("form.previewOpen")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("form.preview")}
        description={t("form.previewHint")}
      >
        {children}
      </Dialog>
    </>
  );
}
