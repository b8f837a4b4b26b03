import { getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { presetPeriod } from "~/kernel/period";
import { Button } from "~/ui/button";
import { Card, CardBody } from "~/ui/card";
import {
  CheckboxField,
  CheckboxGroupField,
  DateField,
  DateTimeField,
  Field,
  PasswordField,
  RadioGroupField,
  RupiahField,
  SelectField,
  TextAreaField,
  TextField,
} from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { ErrorText, FormActions, FormErrorSummary, FormSection, SubmitButton } from "~/ui/form";
import { Input, Switch } from "~/ui/input";
import { messageWith } from "~/ui/message";
import { Page, PageHeader, Section } from "~/ui/page";
import { RangePicker } from "~/ui/range-picker";
import { UploadField } from "~/ui/upload";
import { useForm } from "~/ui/use-form";

const sample = z.object({
  name: z.string({ error: "ui:field.required" }).min(4, messageWith("ui:field.tooShort", { min: 4 })),
  handle: z.string().optional(),
  story: z.string({ error: "ui:field.required" }).max(160, messageWith("ui:field.tooLong", { max: 160 })),
  region: z.string({ error: "ui:field.choose" }),
  price: z.coerce.number({ error: "ui:field.rupiah" }).min(1000, "ui:field.rupiah"),
  open: z.string().optional(),
  due: z.string().optional(),
  password: z.string({ error: "ui:field.required" }).min(10, messageWith("ui:field.tooShort", { min: 10 })),
  platforms: z.array(z.string()).min(1, "ui:field.choose"),
  reward: z.enum(["percent", "flat"], { error: "ui:field.choose" }),
  agreed: z.boolean({ error: "ui:field.required" }),
});

const regions = [
  { value: "jatim", label: "Jawa Timur" },
  { value: "sumsel", label: "Sumatera Selatan" },
  { value: "bali", label: "Bali" },
];

/** Every field, with and without errors; sending the form shows them. */
export function Forms({ now }: { now: Date }) {
  const [form, fields] = useForm(sample, {
    id: "sample",
    defaultValue: {
      name: "Kop",
      handle: "dapur.siti",
      price: "45000",
      platforms: ["tiktok"],
      reward: "percent",
    },
    shouldValidate: "onBlur",
    onSubmit: (event) => event.preventDefault(),
  });
  return (
    <Page>
      <PageHeader
        eyebrow="Sistem desain"
        title="Formulir"
        description="Yang wajib diisi tidak ditandai; yang boleh kosong disebut opsional. Kirim formulir untuk melihat kesalahannya."
      />
      <Section title="Saringan dan periode">
        <FilterBar
          search={{ label: "Cari kampanye", placeholder: "Kopi, batik, rajut…" }}
          selects={[
            { name: "region", label: "Wilayah", options: regions, allLabel: "Semua wilayah" },
            { name: "state", label: "Keadaan", options: [{ value: "open", label: "Dibuka" }] },
          ]}
        />
        <RangePicker {...presetPeriod("28d", now, "Asia/Jakarta")} now={now} />
      </Section>
      <Form method="post" {...getFormProps(form)}>
        <FormErrorSummary errors={["ui:errors.conflict"]} />
        <Card className="mt-4">
          <CardBody>
            <FormSection
              title="Isian teks"
              description="Satu baris, beberapa baris, rupiah, tanggal, dan kata sandi."
            >
              <TextField meta={fields.name} label="Nama produk" hint="Seperti yang tertulis pada kemasan." />
              <TextField meta={fields.handle} label="Akun TikTok" prefix="@" autoCapitalize="none" />
              <TextAreaField meta={fields.story} label="Cerita di balik produk" maxLength={160} rows={3} />
              <div className="grid gap-5 sm:grid-cols-2">
                <RupiahField meta={fields.price} label="Harga" />
                <SelectField
                  meta={fields.region}
                  label="Wilayah"
                  options={regions}
                  placeholder="Pilih wilayah"
                />
                <DateField meta={fields.open} label="Dibuka" />
                <DateTimeField meta={fields.due} label="Tenggat" />
              </div>
              <PasswordField meta={fields.password} label="Kata sandi" autoComplete="new-password" />
            </FormSection>
            <FormSection title="Pilihan" description="Satu, beberapa, atau ya dan tidak.">
              <CheckboxGroupField
                meta={fields.platforms}
                label="Tempat tayang"
                columns={2}
                options={[
                  { value: "tiktok", label: "TikTok" },
                  { value: "instagram", label: "Instagram", hint: "Reels atau Stories" },
                  { value: "youtube", label: "YouTube" },
                  { value: "facebook", label: "Facebook", disabled: true },
                ]}
              />
              <RadioGroupField
                meta={fields.reward}
                label="Komisi"
                options={[
                  {
                    value: "percent",
                    label: "Persen dari penjualan",
                    hint: "Dihitung dari nilai pembelian.",
                  },
                  { value: "flat", label: "Rupiah per penjualan" },
                ]}
              />
              <CheckboxField
                meta={fields.agreed}
                label="Tidak ada warga binaan yang dapat dikenali"
                hint="Wajah, nama, nomor, dan suara tidak tampak atau terdengar."
              />
            </FormSection>
            <FormSection title="Unggah">
              <UploadField
                name="photo"
                accept="image/jpeg,image/png,image/webp"
                multiple
                insideForm
                action="/styleguide/public"
                label="Foto produk"
                hint="Terang, tanpa wajah."
                maxBytes={8_000_000}
              />
              <UploadField name="proof" label="Bukti penjualan" errors={["ui:field.required"]} />
            </FormSection>
            <FormActions>
              <SubmitButton pendingLabel="Menyimpan…">Simpan</SubmitButton>
              <Button variant="secondary">Batal</Button>
            </FormActions>
          </CardBody>
        </Card>
      </Form>
      <Section title="Lepas">
        <Field id="loose" label="Tidak dapat diubah" hint="Diisi oleh sistem">
          <Input id="loose" readOnly defaultValue="GAUNG-2026-0041" aria-describedby="loose-description" />
        </Field>
        <label className="flex min-h-11 items-center gap-3 font-medium">
          <Switch defaultChecked /> Kirim kabar lewat surel
        </label>
        <label className="flex min-h-11 items-center gap-3 font-medium">
          <Switch /> Kirim kabar lewat WhatsApp
        </label>
        <ErrorText>Stok contoh tidak cukup untuk permintaan ini.</ErrorText>
      </Section>
    </Page>
  );
}
