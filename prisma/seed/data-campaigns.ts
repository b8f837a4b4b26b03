import type { Commission } from "~/modules/campaigns/brief.schemas";
import type { Format } from "~/modules/campaigns/formats";
import type { Platform } from "~/modules/creators/platforms";

/** How far one piece of content has come. */
export type ContentFate =
  | "awaiting"
  | "inReview"
  | "revisionRequested"
  | "approvedAfterRevision"
  | "rejected"
  | "liveAfterRevision"
  | "live";

/** What becomes of a claim, days before now. */
export type ClaimFate =
  | { kind: "applied"; by: string; at: number }
  | { kind: "rejected"; by: string; at: number; reason: string }
  | { kind: "withdrawn"; by: string; at: number }
  | { kind: "accepted"; by: string; at: number; content: ContentFate[]; pull: number };

export type DemoCampaign = {
  institution: string;
  product: string;
  title: string;
  aim: string;
  message: string;
  /** Days before now at which it was published; null stays a draft. */
  published: number | null;
  /** Days before now (negative: after) at which claims close. */
  closes: number;
  slots: number;
  commission: Commission;
  deliverables: [Platform, Format, number][];
  hashtag: string;
  /** Published again with a changed brief, days before now. */
  revised?: number;
  /** Where its life has led, days before now. */
  paused?: number;
  closed?: number;
  archived?: number;
  claims: ClaimFate[];
};

const percent = (share: number): Commission => ({ kind: "percent", basisPoints: share * 100 });
const fixed = (rupiah: number): Commission => ({ kind: "fixed", rupiah });

const accepted = (by: string, at: number, pull: number, ...content: ContentFate[]): ClaimFate => ({
  kind: "accepted",
  by,
  at,
  content,
  pull,
});
const applied = (by: string, at: number): ClaimFate => ({ kind: "applied", by, at });
const withdrawn = (by: string, at: number): ClaimFate => ({ kind: "withdrawn", by, at });
const rejected = (by: string, at: number, reason: string): ClaimFate => ({
  kind: "rejected",
  by,
  at,
  reason,
});

const INSTAGRAM: [Platform, Format, number][] = [
  ["INSTAGRAM", "reel", 1],
  ["INSTAGRAM", "story", 1],
];
const TIKTOK: [Platform, Format, number][] = [["TIKTOK", "video", 1]];
const YOUTUBE: [Platform, Format, number][] = [["YOUTUBE", "short", 1]];
const MIXED: [Platform, Format, number][] = [
  ["INSTAGRAM", "reel", 1],
  ["TIKTOK", "video", 1],
];

const OTHER_REGION =
  "Kali ini kami mencari influencer yang tinggal di wilayah kami. Kami tunggu di kampanye berikutnya.";
const TOO_LATE = "Tempatnya sudah terisi semua sebelum lamaran ini kami baca. Terima kasih sudah mendaftar.";

/** The campaigns of the demonstration: every state of a campaign, of a claim and of a piece of content is here. */
export const CAMPAIGNS: readonly DemoCampaign[] = [
  {
    institution: "lapas-sidoarjo",
    product: "kerupuk",
    title: "Renyahnya Kerupuk Udang Delta",
    aim: "Memperkenalkan kerupuk udang sebagai oleh-oleh Sidoarjo yang dibuat di bengkel kerja Lapas.",
    message:
      "Ceritakan udangnya dari tambak sendiri, dijemur matahari, dan renyah sampai remah terakhir. Tunjukkan bunyinya saat digigit.",
    published: 61,
    closes: -24,
    slots: 8,
    commission: percent(12),
    deliverables: INSTAGRAM,
    hashtag: "#KerupukUdangDelta",
    revised: 40,
    claims: [
      accepted("influencer", 59, 1.2, "live", "liveAfterRevision"),
      accepted("joko", 57, 0.5, "live", "live"),
      accepted("rizky", 55, 2.4, "liveAfterRevision", "live"),
      accepted("umi", 38, 0.6, "live", "inReview"),
      accepted("eka", 33, 0.8, "revisionRequested", "awaiting"),
      rejected("vino", 50, "Brief ini membutuhkan akun Instagram yang aktif, sedangkan akun Anda di X."),
      applied("taufik", 2),
      applied("hendra", 1),
    ],
  },
  {
    institution: "lapas-sidoarjo",
    product: "batik",
    title: "Dua Belas Hari untuk Satu Kain",
    aim: "Menunjukkan kesabaran di balik batik tulis Kembang Bayem.",
    message:
      "Satu kain dikerjakan dua belas hari. Perlihatkan detail canting dan cara memakainya hari ini, bukan di museum.",
    published: 46,
    closes: -12,
    slots: 5,
    commission: percent(10),
    deliverables: MIXED,
    hashtag: "#KembangBayem",
    claims: [
      accepted("intan", 44, 1.7, "live", "live"),
      accepted("citra", 41, 1.1, "live", "inReview"),
      accepted("influencer", 20, 0.9, "approvedAfterRevision", "revisionRequested"),
      withdrawn("fajar", 30),
      applied("winda", 3),
    ],
  },
  {
    institution: "lapas-sidoarjo",
    product: "bandeng",
    title: "Bandeng Tanpa Duri untuk Sahur dan Buka",
    aim: "Menaikkan pesanan bandeng presto di hari Selasa dan Jumat.",
    message: "Masak apa adanya: kukus sepuluh menit, sambal, nasi hangat. Tulangnya lunak, anak-anak aman.",
    published: 35,
    closes: -20,
    slots: 4,
    commission: fixed(6_000),
    deliverables: TIKTOK,
    hashtag: "#BandengPresto",
    paused: 6,
    claims: [accepted("maya", 33, 0.7, "live"), accepted("bayu", 31, 1.1, "live")],
  },
  {
    institution: "lapas-sidoarjo",
    product: "sepatu",
    title: "Langkah Pertama Sandal Wedoro",
    aim: "Memperkenalkan sandal kulit Wedoro kepada pembeli muda.",
    message: "Pakai seharian, lalu ceritakan jujur: nyaman di mana, lecet di mana.",
    published: 68,
    closes: 25,
    slots: 4,
    commission: percent(15),
    deliverables: TIKTOK,
    hashtag: "#SandalWedoro",
    closed: 18,
    claims: [
      accepted("fajar", 66, 1.4, "live"),
      accepted("intan", 64, 1.2, "live"),
      rejected("nanda", 60, OTHER_REGION),
    ],
  },
  {
    institution: "lapas-sidoarjo",
    product: "kerupuk",
    title: "Kerupuk untuk Hari Kemerdekaan",
    aim: "Lomba makan kerupuk yang kerupuknya punya cerita.",
    message: "Rekam lomba di kampung Anda memakai kerupuk dari Lapas Sidoarjo.",
    published: 74,
    closes: 52,
    slots: 3,
    commission: fixed(3_000),
    deliverables: [["INSTAGRAM", "reel", 1]],
    hashtag: "#KerupukMerdeka",
    closed: 50,
    archived: 30,
    claims: [accepted("influencer", 72, 1, "live"), rejected("eka", 65, TOO_LATE)],
  },
  {
    institution: "lapas-sidoarjo",
    product: "batik",
    title: "Batik untuk Rapat Senin Pagi",
    aim: "Draf: menggandeng influencer gaya kerja.",
    message: "",
    published: null,
    closes: -40,
    slots: 6,
    commission: percent(10),
    deliverables: [],
    hashtag: "#KembangBayem",
    claims: [],
  },
  {
    institution: "lapas-jember",
    product: "kuekacang",
    title: "Lumer Sore Hari: Kue Kacang Jember",
    aim: "Menjadikan kue kacang Jember teman kopi sore.",
    message: "Satu toples, satu cangkir, satu cerita tentang kampung Anda.",
    published: 52,
    closes: -18,
    slots: 6,
    commission: percent(10),
    deliverables: [["FACEBOOK", "post", 1]],
    hashtag: "#KueKacangJember",
    claims: [
      accepted("umi", 50, 1.1, "live"),
      accepted("hendra", 47, 0.9, "live"),
      accepted("influencer", 12, 0.7, "awaiting"),
      applied("eka", 4),
    ],
  },
  {
    institution: "lapas-jember",
    product: "mebel",
    title: "Kursi Teras yang Diwariskan",
    aim: "Menjual kursi jati lewat cerita, bukan potongan harga.",
    message: "Tunjukkan sambungan tanpa paku. Biarkan serat kayunya bicara.",
    published: 30,
    closes: -30,
    slots: 3,
    commission: percent(5),
    deliverables: YOUTUBE,
    hashtag: "#KursiTerasJati",
    claims: [accepted("dimas", 28, 0.9, "live"), applied("lukman", 5)],
  },
  {
    institution: "lapas-kerobokan",
    product: "perak",
    title: "Perak yang Ditempa Tangan",
    aim: "Membawa cincin Bengker Kerobokan ke pembeli di luar Bali.",
    message: "Tidak ada cetakan, jadi tidak ada dua cincin yang sama. Perlihatkan bekas palunya.",
    published: 65,
    closes: -10,
    slots: 6,
    commission: percent(12),
    deliverables: INSTAGRAM,
    hashtag: "#PerakKerobokan",
    claims: [
      accepted("citra", 63, 1.9, "live", "live"),
      accepted("olivia", 60, 1.2, "live", "live"),
      accepted("intan", 42, 1.5, "liveAfterRevision", "live"),
      accepted("influencer", 9, 0.5, "inReview", "awaiting"),
    ],
  },
  {
    institution: "lapas-kerobokan",
    product: "keben",
    title: "Dari Koran Kemarin",
    aim: "Menunjukkan keben dari koran bekas sebagai wadah kado.",
    message: "Satu keben memakai empat puluh lembar koran. Isi dengan apa yang berarti bagi Anda.",
    published: 26,
    closes: -22,
    slots: 4,
    commission: fixed(8_000),
    deliverables: INSTAGRAM,
    hashtag: "#KebenKoran",
    claims: [accepted("olivia", 24, 1, "live", "approvedAfterRevision"), applied("sari", 2)],
  },
  {
    institution: "lapas-pangkalpinang",
    product: "rak",
    title: "Rak Lipat untuk Kamar Kos",
    aim: "Memperkenalkan rak lipat kepada mahasiswa dan guru.",
    message: "Rakit di depan kamera tanpa dipotong. Empat menit cukup.",
    published: 48,
    closes: -8,
    slots: 4,
    commission: percent(6),
    deliverables: INSTAGRAM,
    hashtag: "#RakLipatBangka",
    claims: [
      accepted("qori", 46, 0.6, "live", "live"),
      accepted("kirana", 43, 0.9, "live", "live"),
      rejected("rizky", 40, "Akun Anda khusus camilan, sedangkan kami mencari konten menata rumah."),
    ],
  },
  {
    institution: "lapas-kotabaru",
    product: "tempe",
    title: "Tipis Seperti Kertas",
    aim: "Keripik tempe Saijaan sampai ke luar Kalimantan.",
    message: "Angkat ke cahaya: seharusnya tembus. Lalu gigit dekat mikrofon.",
    published: 57,
    closes: -14,
    slots: 5,
    commission: percent(15),
    deliverables: TIKTOK,
    hashtag: "#KeripikSaijaan",
    claims: [
      accepted("rizky", 55, 2.2, "live"),
      accepted("taufik", 52, 0.8, "live"),
      accepted("gita", 49, 0.6, "rejected"),
    ],
  },
  {
    institution: "lapas-kotabaru",
    product: "pisang",
    title: "Pisang Kepok Dua Rasa",
    aim: "Draf: menunggu perpanjangan P-IRT.",
    message: "Asin bawang atau manis aren? Ajak penonton memilih.",
    published: null,
    closes: -45,
    slots: 5,
    commission: percent(12),
    deliverables: TIKTOK,
    hashtag: "#PisangKepokKotabaru",
    claims: [],
  },
  {
    institution: "lapas-tarakan",
    product: "amplang",
    title: "Amplang dari Ujung Utara",
    aim: "Mengenalkan amplang Tarakan ke kota-kota besar.",
    message: "Ikan lebih banyak daripada tepung. Bandingkan dengan yang biasa Anda beli.",
    published: 44,
    closes: -16,
    slots: 5,
    commission: percent(12),
    deliverables: TIKTOK,
    hashtag: "#AmplangTarakan",
    claims: [
      accepted("gita", 42, 1, "live"),
      accepted("bayu", 39, 1.3, "live"),
      accepted("zahra", 15, 0.6, "awaiting"),
      applied("rizky", 1),
    ],
  },
  {
    institution: "lapas-tangerang",
    product: "roti",
    title: "Roti Subuh Lapasta",
    aim: "Antrean pagi di loket Lapasta.",
    message: "Datang pagi, beli di loket, buka di depan kamera. Isiannya sampai ke ujung.",
    published: 39,
    closes: -21,
    slots: 4,
    commission: fixed(1_500),
    deliverables: TIKTOK,
    hashtag: "#RotiLapasta",
    claims: [accepted("maya", 37, 1.6, "live"), accepted("rizky", 29, 1.8, "live"), applied("intan", 6)],
  },
  {
    institution: "lapas-perempuan-palembang",
    product: "nastar",
    title: "Nastar yang Habis Tiga Pekan Sebelum Lebaran",
    aim: "Membuka pesanan awal nastar.",
    message: "Selainya dimasak enam jam. Potong satu dan perlihatkan isinya.",
    published: 54,
    closes: -15,
    slots: 6,
    commission: percent(10),
    deliverables: INSTAGRAM,
    hashtag: "#NastarPalembang",
    claims: [
      accepted("eka", 52, 1.3, "live", "live"),
      accepted("influencer", 45, 1.4, "live", "live"),
      accepted("zahra", 22, 0.9, "live", "revisionRequested"),
      applied("maya", 2),
    ],
  },
  {
    institution: "lapas-narkotika-muara-beliti",
    product: "kopi",
    title: "Kopi yang Digiling Setiap Senin",
    aim: "Mencari langganan kopi bulanan.",
    message:
      "Seduh dengan cara Anda. Sebutkan rasa yang Anda temukan, juga kalau bukan seperti yang kami tulis.",
    published: 63,
    closes: -19,
    slots: 6,
    commission: percent(15),
    deliverables: TIKTOK,
    hashtag: "#KopiBeliti",
    revised: 28,
    claims: [
      accepted("bayu", 61, 2, "live"),
      accepted("vino", 58, 0.7, "live"),
      accepted("dimas", 26, 0.9, "live"),
      applied("fajar", 3),
    ],
  },
  {
    institution: "lapas-narkotika-samarinda",
    product: "madu",
    title: "Madu Tanpa Sengat",
    aim: "Menjelaskan madu kelulut kepada pembeli baru.",
    message: "Rasanya asam, dan itu memang benar. Jangan janjikan khasiat.",
    published: 50,
    closes: -9,
    slots: 4,
    commission: percent(10),
    deliverables: INSTAGRAM,
    hashtag: "#MaduKelulutMahakam",
    claims: [accepted("zahra", 48, 1.4, "live", "live"), accepted("gita", 45, 0.8, "live", "live")],
  },
  {
    institution: "lapas-garut",
    product: "sabut",
    title: "Seratus Lima Puluh Pasang Tangan",
    aim: "Bengkel sabut Garut dan orang-orang yang bekerja di sana, tanpa menampilkan wajah.",
    message: "Tunjukkan tangan, serat, dan kesetnya. Tidak ada wajah, tidak ada nama.",
    published: 42,
    closes: -25,
    slots: 5,
    commission: percent(12),
    deliverables: INSTAGRAM,
    hashtag: "#SabutGarut",
    claims: [
      accepted("sari", 40, 1.3, "live", "live"),
      accepted("dimas", 36, 1, "live", "live"),
      applied("kirana", 3),
    ],
  },
  {
    institution: "lapas-cilacap",
    product: "kapal",
    title: "Kapal Kecil, Laut Besar",
    aim: "Miniatur kapal untuk kado kantor.",
    message: "Dua pekan untuk satu kapal. Rekam talinya dari dekat.",
    published: 33,
    closes: -17,
    slots: 3,
    commission: percent(8),
    deliverables: YOUTUBE,
    hashtag: "#KapalCilacap",
    claims: [accepted("fajar", 31, 1.3, "live"), accepted("lukman", 29, 0.9, "live")],
  },
  {
    institution: "lapas-wahai",
    product: "pinisi",
    title: "Pinisi dari Utara Seram",
    aim: "Memperkenalkan pembuat perahu yang kini membuat pinisi kecil.",
    message: "Ceritakan lautnya dulu, baru harganya.",
    published: 47,
    closes: -13,
    slots: 3,
    commission: percent(10),
    deliverables: [["FACEBOOK", "post", 1]],
    hashtag: "#PinisiSeram",
    claims: [accepted("putra", 45, 0.8, "live"), accepted("nanda", 43, 0.9, "live")],
  },
  {
    institution: "lapas-lahat",
    product: "gula",
    title: "Hangatnya Jahe Merah Lahat",
    aim: "Gula semut jahe sebagai pengganti minuman sachet.",
    message: "Seduh di pagi yang dingin. Tanpa klaim menyembuhkan apa pun.",
    published: 23,
    closes: -28,
    slots: 4,
    commission: percent(12),
    deliverables: INSTAGRAM,
    hashtag: "#JaheMerahLahat",
    claims: [accepted("zahra", 21, 1.1, "live", "inReview"), applied("eka", 5)],
  },
  {
    institution: "lapas-pangkalan-bun",
    product: "rotan",
    title: "Anyaman Mata Punai",
    aim: "Tas rotan untuk dipakai setiap hari.",
    message: "Bawa ke pasar, bawa ke kantor. Tunjukkan polanya.",
    published: 28,
    closes: -26,
    slots: 4,
    commission: percent(10),
    deliverables: INSTAGRAM,
    hashtag: "#MataPunai",
    claims: [
      accepted("yusuf", 26, 0.6, "live", "live"),
      accepted("intan", 24, 1.4, "live", "approvedAfterRevision"),
    ],
  },
];
