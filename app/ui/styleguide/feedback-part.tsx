import { Archive, Ellipsis, Inbox, Megaphone, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Card, CardBody } from "~/ui/card";
import { ConfirmDialog, Dialog } from "~/ui/dialog";
import { Alert, EmptyState, ErrorState, Progress, Skeleton, Spinner, useToast } from "~/ui/feedback";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Menu } from "~/ui/menu";
import { Page, PageHeader, Section, Split } from "~/ui/page";
import { NextStep, Timeline } from "~/ui/status";
import { Specimen } from "~/ui/styleguide/specimen";
import { LinkTabs, Tabs } from "~/ui/tabs";
import { TimeAgo } from "~/ui/time-ago";

/** What tells people how things stand, and what opens above the page. */
export function Feedback({ now }: { now: Date }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <Page>
      <PageHeader
        back={{ to: "/styleguide", label: "Dasar" }}
        title="Kabar dan jendela"
        description="Setiap keadaan menyebut siapa yang harus bertindak, dan sampai kapan."
        meta={
          <span>
            Diperbarui <TimeAgo at={now} />
          </span>
        }
      />
      <LinkTabs
        label="Bagian"
        items={[
          { to: "/styleguide/feedback", label: "Ringkasan", end: true },
          { to: "/styleguide/data", label: "Klaim", count: 12 },
          { to: "/styleguide/charts", label: "Konten", count: 3 },
          { to: "/styleguide/forms", label: "Tautan referral" },
          { to: "/styleguide/public", label: "Konversi" },
        ]}
      />
      <Split
        main={
          <>
            <NextStep
              mine
              who="Anda"
              what="Tinjau draf kedua dari Siti Nur Aisyah"
              until="2026-11-24T10:00:00Z"
              action={<Button>Tinjau</Button>}
            />
            <NextStep
              who="Lapas Kelas IIA Sidoarjo"
              what="Memutuskan klaim Anda"
              until="2026-11-26T10:00:00Z"
            />
            <NextStep
              overdue
              who="Bagas Wicaksono"
              what="Mengirim bukti tayang"
              until="2026-11-18T10:00:00Z"
              action={<Button variant="secondary">Ingatkan</Button>}
            />
            <Alert tone="info" title="Kampanye dibuka besok">
              Influencer dapat mengambilnya mulai pukul 08.00 WIB.
            </Alert>
            <Alert tone="success" title="Produk siap dipromosikan" />
            <Alert
              tone="warning"
              title="Izin P-IRT berakhir 30 hari lagi"
              actions={
                <Button size="sm" variant="secondary">
                  Perbarui izin
                </Button>
              }
            >
              Kampanye tidak dapat diterbitkan setelah izin kedaluwarsa.
            </Alert>
            <Alert tone="danger" title="Draf ditolak">
              Nama warga binaan terlihat pada detik ke-12.
            </Alert>
          </>
        }
        aside={
          <Card>
            <CardBody>
              <Timeline
                items={[
                  { at: "2026-11-21T07:05:00Z", title: "Draf 2 diunggah", actor: "Siti", tone: "info" },
                  {
                    at: "2026-11-20T03:40:00Z",
                    title: "Revisi diminta",
                    description: "Tagar #iklan belum ada pada keterangan.",
                    actor: "Humas",
                    tone: "warning",
                  },
                  { at: "2026-11-19T09:12:00Z", title: "Klaim diterima", tone: "success" },
                  { at: "2026-11-18T01:00:00Z", title: "Klaim diajukan", actor: "Siti" },
                ]}
              />
            </CardBody>
          </Card>
        }
      />
      <Section title="Belum ada apa-apa">
        <EmptyState
          icon={<Megaphone aria-hidden="true" />}
          title="Belum ada kampanye"
          description="Terbitkan brief pertama Anda, lalu influencer di seluruh Indonesia dapat mengambilnya."
          action={<Button>Buat kampanye</Button>}
        />
        <ErrorState action={<Button variant="secondary">Muat ulang</Button>} />
      </Section>
      <Section title="Menunggu">
        <Specimen name="Progress" className="flex-col [&>*]:w-full [&>*]:max-w-lg">
          <Progress value={4} max={6} label="Tempat terisi" valueLabel="4 dari 6" />
          <Progress value={100} label="Unggahan" valueLabel="100%" tone="success" />
          <Progress value={90} label="Stok contoh terpakai" valueLabel="90%" tone="warning" />
        </Specimen>
        <Specimen name="Spinner, Skeleton">
          <Spinner />
          <Spinner label="Memuat tautan…" />
          <Skeleton className="h-11 w-48" />
        </Specimen>
      </Section>
      <Section title="Jendela dan menu">
        <Specimen name="Dialog, ConfirmDialog, Menu, useToast">
          <Button variant="secondary" onClick={() => setOpen(true)}>
            Buka jendela
          </Button>
          <Dialog
            open={open}
            onOpenChange={setOpen}
            title="Brief revisi 3"
            description="Inilah brief yang Anda terima. Perubahan setelahnya tidak mengubah klaim Anda."
            footer={<Button onClick={() => setOpen(false)}>Mengerti</Button>}
          >
            Dua video TikTok dan satu Reels Instagram, tayang paling lambat 12 Des 2026.
          </Dialog>
          <ConfirmDialog
            trigger={<Button variant="danger">Tolak klaim</Button>}
            title="Tolak klaim ini?"
            description="Influencer akan membaca alasan Anda."
            confirmLabel="Tolak klaim"
            tone="danger"
            action="/preferences"
            fields={{ redirectTo: "/styleguide/feedback" }}
          >
            <Field id="reason" label="Alasan">
              <TextArea id="reason" name="reason" required rows={3} />
            </Field>
          </ConfirmDialog>
          <Menu
            trigger={
              <Button variant="secondary" size="icon" aria-label="Tindakan lain">
                <Ellipsis aria-hidden="true" />
              </Button>
            }
            items={[
              { label: "Ubah", icon: <Pencil aria-hidden="true" />, to: "/styleguide/forms" },
              {
                label: "Arsipkan",
                icon: <Archive aria-hidden="true" />,
                onSelect: () => toast({ message: "Diarsipkan." }),
              },
              {
                label: "Hapus",
                icon: <Trash2 aria-hidden="true" />,
                tone: "danger",
                onSelect: () => undefined,
              },
            ]}
          />
          <Button variant="secondary" onClick={() => toast({ message: "Kampanye diterbitkan." })}>
            Beri kabar
          </Button>
          <Button
            variant="secondary"
            onClick={() => toast({ tone: "danger", message: "ui:errors.conflict" })}
          >
            Kabar buruk
          </Button>
        </Specimen>
        <Specimen name="Tabs" className="block">
          <Tabs
            label="Kotak masuk"
            items={[
              { value: "new", label: "Baru", content: <p>Tiga klaim baru menunggu keputusan.</p> },
              {
                value: "old",
                label: "Selesai",
                content: <EmptyState icon={<Inbox aria-hidden="true" />} title="Belum ada yang selesai" />,
              },
            ]}
          />
        </Specimen>
      </Section>
    </Page>
  );
}
