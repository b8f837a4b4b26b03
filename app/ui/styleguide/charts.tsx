import { presetPeriod } from "~/kernel/period";
import { BarSeriesChart, ChartFrame, FunnelChart, LineSeriesChart, StackedBarChart } from "~/ui/chart";
import type { Datum } from "~/ui/chart-types";
import { useFormat } from "~/ui/format";
import { IndonesiaMap } from "~/ui/map";
import { Page, PageHeader } from "~/ui/page";
import { RangePicker } from "~/ui/range-picker";

/** Figures of the shape that real ones have: a rise after each post, weekends, and one day without data. */
const days: Datum[] = Array.from({ length: 28 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 9, 25 + index)).toISOString().slice(0, 10);
  const wave = 140 + 90 * Math.sin(index / 2.1) + (index % 9 === 4 ? 260 : 0) + index * 9;
  const raw = index === 17 ? null : Math.round(wave * 1.4);
  return {
    day,
    raw,
    human: raw === null ? null : Math.round(raw * 0.78),
    unique: raw === null ? null : Math.round(raw * 0.55),
  };
});

const regions: Datum[] = [
  { region: "Jawa Timur", confirmed: 18_400_000, pending: 4_200_000 },
  { region: "Sumatera Selatan", confirmed: 9_100_000, pending: 1_900_000 },
  { region: "Bali", confirmed: 7_250_000, pending: 3_300_000 },
  { region: "Kalimantan Timur", confirmed: 4_600_000, pending: 800_000 },
  { region: "Nusa Tenggara Barat", confirmed: 2_050_000, pending: 1_250_000 },
];

const places = [
  { id: "sda", label: "Sidoarjo", lat: -7.45, lon: 112.72, value: 18_204, href: "/styleguide/data" },
  { id: "dps", label: "Kerobokan", lat: -8.66, lon: 115.17, value: 9_410, href: "/styleguide/data" },
  { id: "plm", label: "Palembang", lat: -2.99, lon: 104.76, value: 7_120 },
  { id: "smd", label: "Samarinda", lat: -0.5, lon: 117.15, value: 5_230 },
  { id: "trk", label: "Tarakan", lat: 3.3, lon: 117.63, value: 3_100 },
  { id: "grt", label: "Garut", lat: -7.2, lon: 107.9, value: 6_050 },
  { id: "pgp", label: "Pangkalpinang", lat: -2.13, lon: 106.11, value: 1_980 },
  { id: "wah", label: "Wahai", lat: -2.8, lon: 129.49, value: 640 },
  { id: "nab", label: "Nabire", lat: -3.37, lon: 135.5, value: null },
];

/** Charts, each with its table, and the map. */
export function Charts({ now }: { now: Date }) {
  const format = useFormat();
  const series = [
    { key: "raw", label: "Klik", color: "var(--chart-5)" },
    { key: "human", label: "Klik manusia", color: "var(--chart-1)" },
    { key: "unique", label: "Pengunjung unik", color: "var(--chart-2)" },
  ];
  const states = [
    { key: "confirmed", label: "Terkonfirmasi", color: "var(--chart-4)" },
    { key: "pending", label: "Tertunda", color: "var(--chart-2)" },
  ];
  const sales = {
    valueFormat: (value: number) => format.rupiah(value),
    yFormat: (value: number) => format.rupiahCompact(value),
  };
  const salesTable = {
    columns: [
      { key: "region", header: "Wilayah" },
      { key: "confirmed", header: "Terkonfirmasi", align: "end" as const },
      { key: "pending", header: "Tertunda", align: "end" as const },
    ],
    rows: regions.map((row) => ({
      region: row.region,
      confirmed: format.rupiah(Number(row.confirmed)),
      pending: format.rupiah(Number(row.pending)),
    })),
  };
  return (
    <Page width="wide">
      <PageHeader
        title="Grafik dan peta"
        actions={<RangePicker {...presetPeriod("28d", now, "Asia/Jakarta")} now={now} />}
      />
      <ChartFrame
        title="Klik per hari"
        description="Mentah, manusia, dan unik berdampingan"
        csvHref="/styleguide/charts"
        source="Diukur oleh Gaung, 21 Nov 2026, 14.05 WIB"
        table={{
          columns: [
            { key: "day", header: "Hari" },
            ...series.map(({ key, label }) => ({ key, header: label, align: "end" as const })),
          ],
          rows: days.map((row) => ({
            day: format.date(row.day),
            raw: format.number(row.raw as number | null),
            human: format.number(row.human as number | null),
            unique: format.number(row.unique as number | null),
          })),
        }}
      >
        <LineSeriesChart
          data={days}
          xKey="day"
          xFormat={(day) => format.day(day)}
          series={series}
          yFormat={(value) => format.compact(value)}
          valueFormat={(value) => format.number(value)}
          yLabel="Klik"
        />
      </ChartFrame>
      <div className="grid gap-6 lg:grid-cols-2">
        <ChartFrame
          title="Penjualan per wilayah"
          description="Nilai pembelian dalam rupiah"
          table={salesTable}
        >
          <StackedBarChart
            data={regions}
            xKey="region"
            series={states}
            layout="rows"
            yLabel="Rupiah"
            {...sales}
          />
        </ChartFrame>
        <ChartFrame title="Terkonfirmasi dan tertunda" description="Berdampingan" table={salesTable}>
          <BarSeriesChart
            data={regions.slice(0, 4)}
            xKey="region"
            series={states}
            yLabel="Rupiah"
            {...sales}
          />
        </ChartFrame>
      </div>
      <ChartFrame
        title="Dari klik sampai pembelian"
        table={{
          columns: [
            { key: "step", header: "Langkah" },
            { key: "value", header: "Jumlah", align: "end" },
          ],
          rows: [
            { step: "Klik", value: format.number(18_204) },
            { step: "Klik manusia", value: format.number(14_120) },
            { step: "Pesanan", value: format.number(612) },
          ],
        }}
      >
        <FunnelChart
          steps={[
            { label: "Klik", value: 18_204 },
            { label: "Klik manusia", value: 14_120 },
            { label: "Keranjang", value: null },
            { label: "Pesanan", value: 612 },
          ]}
        />
      </ChartFrame>
      <IndonesiaMap points={places} valueLabel="klik manusia" title="Klik manusia per tempat" />
    </Page>
  );
}
