import { Copy, Plus, Trash2 } from "lucide-react";
import { Avatar } from "~/ui/avatar";
import { Badge, type Tone } from "~/ui/badge";
import { Logo, Mark, Pattern, Tumpal } from "~/ui/brand";
import { Button, ButtonLink } from "~/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { Page, PageHeader, Section } from "~/ui/page";
import { ShareButtons } from "~/ui/share-buttons";
import { StatusPill } from "~/ui/status";
import { Specimen } from "~/ui/styleguide/specimen";

const grounds = [
  ["ground", "bg-ground"],
  ["surface-sunken", "bg-surface-sunken"],
  ["surface", "bg-surface"],
  ["surface-raised", "bg-surface-raised"],
  ["brand-soft", "bg-brand-soft text-brand-ink"],
  ["accent-soft", "bg-accent-soft text-accent-ink"],
  ["brand", "bg-brand text-on-brand"],
  ["accent", "bg-accent text-on-accent"],
  ["field-deep", "bg-field-deep text-on-field"],
  ["danger", "bg-danger text-on-danger"],
  ["success-soft", "bg-success-soft text-success-ink"],
  ["warning-soft", "bg-warning-soft text-warning-ink"],
];

const scale = [
  ["text-display", "Gema yang sampai jauh"],
  ["text-page", "Karya tangan, cerita nyata"],
  ["text-heading", "Dari balik tembok ke pasar"],
  ["text-title", "Kopi sangrai dari lereng Muara Beliti"],
  ["text-base", "Setiap klik tercatat, setiap penjualan punya bukti, dan setiap angka menyebut sumbernya."],
  [
    "text-sm text-ink-muted",
    "Diukur 21 Nov 2026, 14.05 WIB. Angka mentah, manusia, dan unik selalu berdampingan.",
  ],
];

const tones: Tone[] = ["neutral", "info", "success", "warning", "danger", "accent", "demo"];

/** Colours, type, mark, patterns, and the smallest pieces. */
export function Foundations() {
  return (
    <Page>
      <PageHeader
        eyebrow="Sistem desain"
        title="Dasar"
        description="Warna, huruf, lambang, dan unsur terkecil. Setiap unsur tampil dalam semua keadaannya."
        actions={<ButtonLink to="/styleguide/public">Halaman publik</ButtonLink>}
      />
      <Section title="Lambang" description="Bunga kawung yang kelopak keempatnya menjadi gema.">
        <div className="grid gap-4 sm:grid-cols-3">
          <Card className="items-center justify-center p-10">
            <Mark className="size-28 text-brand-ink" title="Lambang Gaung" />
          </Card>
          <Card className="items-center justify-center p-10">
            <Logo className="text-[2.2rem] [&>svg]:size-13" />
          </Card>
          <div className="dyed relative isolate grid place-items-center overflow-hidden rounded-card p-10">
            <Pattern name="kawung" className="-z-10 text-field-accent opacity-15" />
            <Logo onField className="text-[2.2rem] [&>svg]:size-13" />
          </div>
        </div>
      </Section>
      <Section title="Kain">
        <div className="grid gap-4 sm:grid-cols-3">
          {(["kawung", "parang", "echo"] as const).map((name) => (
            <div key={name} className="dyed relative isolate h-52 overflow-hidden rounded-card">
              <Pattern name={name} className="-z-10 text-field-accent opacity-55" />
            </div>
          ))}
        </div>
        <Tumpal className="text-accent" />
      </Section>
      <Section title="Warna">
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-6">
          {grounds.map(([name, classes]) => (
            <div
              key={name}
              className={`rounded-card border border-line p-4 pt-12 font-semibold text-sm ${classes}`}
            >
              {name}
            </div>
          ))}
        </div>
      </Section>
      <Section title="Huruf">
        <Card>
          <CardBody className="flex flex-col gap-4">
            {scale.map(([classes, text]) => (
              <p
                key={classes}
                className={`${classes} ${/display|page|heading|title/.test(classes ?? "") ? "font-bold tracking-tight" : ""}`}
              >
                {text}
              </p>
            ))}
            <p className="tabular font-extrabold text-figure tracking-tight">Rp12.450.000 · 18.204 · 12,5%</p>
          </CardBody>
        </Card>
      </Section>
      <Section title="Tombol">
        <ButtonSpecimens />
      </Section>
      <Section title="Lencana dan keadaan">
        <Specimen name="Badge">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </Specimen>
        <Specimen name="StatusPill">
          <StatusPill tone="warning" label="Menunggu persetujuan" />
          <StatusPill tone="success" label="Disetujui" />
          <StatusPill tone="danger" label="Ditolak" />
          <StatusPill tone="neutral" label="Draf" />
          <StatusPill tone="info" label="Dijadwalkan" />
          <StatusPill tone="accent" label="Tayang" />
        </Specimen>
        <Specimen name="Avatar">
          <Avatar name="Siti Nur Aisyah" size="lg" />
          <Avatar name="Bagas Wicaksono" />
          <Avatar name="Made" size="sm" />
        </Specimen>
        <Specimen name="CopyButton, ShareButtons">
          <CopyButton
            value="https://gaung.id/r/KOPI7"
            label="Salin tautan"
            copiedLabel="Tersalin"
            showValue
            className="max-w-md"
          />
          <ShareButtons url="https://gaung.id/r/KOPI7" text="Kopi bubuk dari Muara Beliti" />
        </Specimen>
      </Section>
      <Section title="Kartu">
        <div className="grid gap-4 sm:grid-cols-2">
          <Card>
            <CardHeader
              title="Kopi bubuk Muara Beliti"
              description="Kampanye berjalan sampai 12 Des 2026"
              actions={<StatusPill tone="accent" label="Tayang" />}
              level={3}
            />
            <CardBody>
              Empat dari enam tempat sudah terisi. Dua influencer lagi dapat mengambil kampanye ini.
            </CardBody>
            <CardFooter>
              <Button size="sm">Ambil kampanye</Button>
              <Button size="sm" variant="ghost">
                Lihat brief
              </Button>
            </CardFooter>
          </Card>
          <Card interactive>
            <CardHeader title="Kartu yang dapat ditekan" level={3} />
            <CardBody>
              Terangkat sedikit ketika disentuh penunjuk, seperti kain yang diangkat dari meja.
            </CardBody>
          </Card>
        </div>
      </Section>
    </Page>
  );
}

function ButtonSpecimens() {
  return (
    <>
      <Specimen name="variant">
        <Button icon={<Plus aria-hidden="true" />}>Buat kampanye</Button>
        <Button variant="secondary" icon={<Copy aria-hidden="true" />}>
          Salin
        </Button>
        <Button variant="ghost">Batal</Button>
        <Button variant="danger" icon={<Trash2 aria-hidden="true" />}>
          Hapus
        </Button>
        <Button variant="link">Lihat semua</Button>
      </Specimen>
      <Specimen name="size" className="items-center">
        <Button size="sm">Kecil</Button>
        <Button>Sedang</Button>
        <Button size="lg">Besar</Button>
        <Button size="icon" variant="secondary" aria-label="Tambah">
          <Plus aria-hidden="true" />
        </Button>
      </Specimen>
      <Specimen name="pending, disabled, external">
        <Button pending>Menyimpan…</Button>
        <Button variant="secondary" pending>
          Memuat…
        </Button>
        <Button disabled>Tidak tersedia</Button>
        <Button variant="secondary" disabled>
          Tidak tersedia
        </Button>
        <ButtonLink href="https://wa.me/" external variant="secondary">
          Buka WhatsApp
        </ButtonLink>
      </Specimen>
    </>
  );
}
