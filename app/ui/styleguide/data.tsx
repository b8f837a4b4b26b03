import { useSearchParams } from "@remix-run/react";
import { PackageOpen } from "lucide-react";
import { Badge } from "~/ui/badge";
import { Sparkline } from "~/ui/chart";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Section } from "~/ui/page";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { Stat, StatGroup } from "~/ui/stat";
import { StatusPill } from "~/ui/status";
import { DataTable, KeysetPager, readSort, Table, Td, Th, Thead, Tr } from "~/ui/table";

interface Row {
  name: string;
  place: string;
  raw: number;
  human: number;
  unique: number | null;
  sales: number | null;
  trend: (number | null)[];
  live: boolean;
}

const rows: Row[] = [
  {
    name: "Siti Nur Aisyah",
    place: "Sidoarjo",
    raw: 4210,
    human: 3120,
    unique: 2511,
    sales: 8_450_000,
    trend: [3, 5, 4, 8, 12, 11, 15],
    live: true,
  },
  {
    name: "Bagas Wicaksono",
    place: "Malang",
    raw: 2871,
    human: 2650,
    unique: 2204,
    sales: 3_120_000,
    trend: [9, 8, 9, 7, 6, 6, 5],
    live: true,
  },
  {
    name: "Made Ayu Larasati",
    place: "Denpasar",
    raw: 312,
    human: 240,
    unique: null,
    sales: null,
    trend: [1, null, 2, 2, 3],
    live: false,
  },
];

const square = "/icon-512.png";

/** Figures and lists. */
export function Data() {
  const { number, rupiah } = useFormat();
  const [params] = useSearchParams();
  const sort = readSort(params.get("sort"), ["raw", "sales"], { key: "raw", direction: "desc" });
  return (
    <Page>
      <PageHeader
        title="Data"
        description="Angka menyebut sumbernya. Yang belum ada tampil sebagai garis, bukan nol."
      />
      <StatGroup>
        <Stat
          label="Klik"
          value={number(7393)}
          delta={{ ratio: 0.24, label: "dari 28 hari sebelumnya" }}
          source="diukur"
        />
        <Stat
          label="Klik manusia"
          value={number(6010)}
          delta={{ ratio: -0.04, label: "dari 28 hari sebelumnya" }}
          emphasis
        />
        <Stat label="Pengunjung unik" value={number(4715)} delta={{ ratio: 0, label: "sama" }} />
        <Stat label="Jangkauan" value={null} hint="Belum ada laporan dari platform" />
      </StatGroup>
      <StatGroup columns={3}>
        <Stat label="Omzet penjualan" value={rupiah(11_570_000n)} source="diimpor 20 Nov 2026" />
        <Stat label="Komisi" value={rupiah(1_157_000n)} delta={{ ratio: null }} />
        <Stat label="Tingkat konversi" value="3,2%" delta={{ ratio: 0.1, moreIsBetter: false }} />
      </StatGroup>
      <Section title="Tabel">
        <DataTable
          caption="Influencer kampanye ini"
          sort={sort}
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: "Influencer", cell: (row) => row.name },
            { key: "place", header: "Kota", cell: (row) => row.place },
            {
              key: "state",
              header: "Keadaan",
              cell: (row) => (
                <StatusPill tone={row.live ? "accent" : "neutral"} label={row.live ? "Tayang" : "Draf"} />
              ),
            },
            {
              key: "trend",
              header: "7 hari",
              hideOnPhone: true,
              cell: (row) => <Sparkline values={row.trend} />,
            },
            { key: "raw", header: "Klik", align: "end", sortKey: "raw", cell: (row) => number(row.raw) },
            { key: "human", header: "Manusia", align: "end", cell: (row) => number(row.human) },
            { key: "unique", header: "Unik", align: "end", cell: (row) => number(row.unique) },
            {
              key: "sales",
              header: "Penjualan",
              align: "end",
              sortKey: "sales",
              cell: (row) => rupiah(row.sales),
            },
          ]}
        />
        <KeysetPager next="abc" />
        <DataTable
          caption="Kosong"
          rows={[]}
          rowKey={() => ""}
          columns={[{ key: "name", header: "Nama", cell: () => null }]}
          empty={<EmptyState icon={<PackageOpen aria-hidden="true" />} title="Belum ada produk" />}
        />
        <Table>
          <caption className="sr-only">Izin</caption>
          <Thead>
            <Tr>
              <Th>Izin</Th>
              <Th align="end">Berlaku sampai</Th>
            </Tr>
          </Thead>
          <tbody>
            <Tr>
              <Td>
                P-IRT <Badge tone="warning">30 hari lagi</Badge>
              </Td>
              <Td align="end">21 Des 2026</Td>
            </Tr>
          </tbody>
        </Table>
      </Section>
      <Section title="Foto">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <Photo
            sources={{ avif: square, webp: square, fallback: square, width: 640, height: 480 }}
            alt="Lingkaran keemasan di atas cokelat soga"
            sizes="(min-width: 40rem) 20rem, 50vw"
            className="rounded-card"
          />
          <PhotoPlaceholder className="rounded-card" />
          <PhotoPlaceholder className="rounded-card" ratio="1/1" label="Foto belum ada" />
        </div>
      </Section>
    </Page>
  );
}
