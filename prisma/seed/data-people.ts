import type { Niche } from "~/modules/creators/creator";
import type { Platform } from "~/modules/creators/platforms";

/** Everybody of the demonstration has an address at this domain and this password. */
export const DEMO_DOMAIN = "demo.gaung.id";
export const DEMO_PASSWORD = "gaung-demo-2026";

export type DemoInfluencer = {
  /** Before the @ of the address. */
  key: string;
  name: string;
  city: string;
  bio: string;
  niches: Niche[];
  /** Followers as declared, by platform; the first is where they mostly publish. */
  accounts: [Platform, number][];
};

/** Handles on the platforms carry the project's name, so that they can be nobody's who is real. */
export const socialHandle = (key: string) => `${key}.gaung.demo`;

export const INFLUENCERS: readonly DemoInfluencer[] = [
  {
    key: "influencer",
    name: "Ayu Lestari",
    city: "Surabaya",
    bio: "Cerita dapur kecil dan jajanan pasar Jawa Timur. Saya hanya mengulas yang sungguh saya makan.",
    niches: ["food", "local", "home"],
    accounts: [
      ["INSTAGRAM", 18_400],
      ["TIKTOK", 31_200],
    ],
  },
  {
    key: "bayu",
    name: "Bayu Prasetyo",
    city: "Malang",
    bio: "Ngopi, jalan, lalu ngopi lagi. Video pendek tentang kedai dan kebun kopi di seluruh Jawa.",
    niches: ["food", "travel"],
    accounts: [["TIKTOK", 84_000]],
  },
  {
    key: "citra",
    name: "Citra Maharani",
    city: "Denpasar",
    bio: "Perhiasan, kain, dan perajin Bali yang jarang disorot. Bahasa Indonesia dan Inggris.",
    niches: ["fashion", "craft"],
    accounts: [
      ["INSTAGRAM", 42_600],
      ["YOUTUBE", 6_100],
    ],
  },
  {
    key: "dimas",
    name: "Dimas Aryo",
    city: "Yogyakarta",
    bio: "Merapikan rumah kontrakan dengan uang pas-pasan. Perabot bekas dan karya tangan jadi favorit.",
    niches: ["home", "craft"],
    accounts: [["YOUTUBE", 27_300]],
  },
  {
    key: "eka",
    name: "Eka Putri Ramadhani",
    city: "Palembang",
    bio: "Ibu dua anak, tukang kue rumahan, dan tukang jujur soal rasa.",
    niches: ["food", "parenting"],
    accounts: [["INSTAGRAM", 9_800]],
  },
  {
    key: "fajar",
    name: "Fajar Nugroho",
    city: "Bandung",
    bio: "Ulasan barang lokal: bahan, jahitan, dan berapa lama tahannya.",
    niches: ["fashion", "business"],
    accounts: [["YOUTUBE", 112_000]],
  },
  {
    key: "gita",
    name: "Gita Wulandari",
    city: "Samarinda",
    bio: "Sungai, hutan, dan makanan Kalimantan Timur dalam satu menit.",
    niches: ["travel", "local", "food"],
    accounts: [["TIKTOK", 15_700]],
  },
  {
    key: "hendra",
    name: "Hendra Siregar",
    city: "Medan",
    bio: "Oleh-oleh dari mana pun, asal ceritanya benar.",
    niches: ["food", "business"],
    accounts: [["FACEBOOK", 22_900]],
  },
  {
    key: "intan",
    name: "Intan Permatasari",
    city: "Jakarta Selatan",
    bio: "Gaya kerja yang tidak mahal. Tas dan sepatu buatan dalam negeri.",
    niches: ["fashion", "beauty"],
    accounts: [
      ["INSTAGRAM", 67_500],
      ["TIKTOK", 51_000],
    ],
  },
  {
    key: "joko",
    name: "Joko Widiantoro",
    city: "Sidoarjo",
    bio: "Kuliner pesisir dan tambak. Mulai dari seribu pengikut, semuanya tetangga.",
    niches: ["food", "local"],
    accounts: [["INSTAGRAM", 1_240]],
  },
  {
    key: "kirana",
    name: "Kirana Dewi",
    city: "Semarang",
    bio: "Menata meja belajar dan sudut baca anak. Guru SD di siang hari.",
    niches: ["education", "parenting", "home"],
    accounts: [["INSTAGRAM", 13_900]],
  },
  {
    key: "lukman",
    name: "Lukman Hakim",
    city: "Balikpapan",
    bio: "Kayu, alat, dan tangan. Bengkel kecil di garasi.",
    niches: ["craft", "technology"],
    accounts: [["YOUTUBE", 38_800]],
  },
  {
    key: "maya",
    name: "Maya Anggraini",
    city: "Tangerang",
    bio: "Roti, roti, dan kadang kue.",
    niches: ["food"],
    accounts: [["TIKTOK", 24_100]],
  },
  {
    key: "nanda",
    name: "Nanda Pratama",
    city: "Makassar",
    bio: "Perahu, pelabuhan, dan orang-orang laut.",
    niches: ["travel", "craft"],
    accounts: [["INSTAGRAM", 8_300]],
  },
  {
    key: "olivia",
    name: "Olivia Tanjung",
    city: "Jakarta Barat",
    bio: "Kado yang punya cerita. Saya membungkusnya, Anda memberikannya.",
    niches: ["craft", "home"],
    accounts: [["INSTAGRAM", 29_700]],
  },
  {
    key: "putra",
    name: "Putra Wijaya",
    city: "Ambon",
    bio: "Maluku dari dekat: kebun, laut, dan pasar pagi.",
    niches: ["local", "travel"],
    accounts: [["FACEBOOK", 11_500]],
  },
  {
    key: "qori",
    name: "Qori Amalia",
    city: "Pangkalpinang",
    bio: "Ruang kecil, rak banyak. Tips menata rumah tipe 36.",
    niches: ["home"],
    accounts: [["INSTAGRAM", 6_400]],
  },
  {
    key: "rizky",
    name: "Rizky Ananda",
    city: "Bekasi",
    bio: "Camilan yang bunyinya enak. Semua dites pakai mikrofon.",
    niches: ["food"],
    accounts: [["TIKTOK", 143_000]],
  },
  {
    key: "sari",
    name: "Sari Rahayu",
    city: "Garut",
    bio: "Hidup lebih sedikit sampah, mulai dari keset dan kebun.",
    niches: ["home", "social"],
    accounts: [["INSTAGRAM", 17_200]],
  },
  {
    key: "taufik",
    name: "Taufik Rahman",
    city: "Banjarmasin",
    bio: "Pasar terapung dan camilan Banjar.",
    niches: ["food", "local"],
    accounts: [["TIKTOK", 12_600]],
  },
  {
    key: "umi",
    name: "Umi Kalsum",
    city: "Jember",
    bio: "Resep orang tua, ditulis ulang supaya tidak hilang.",
    niches: ["food", "education"],
    accounts: [["FACEBOOK", 7_700]],
  },
  {
    key: "vino",
    name: "Vino Mahendra",
    city: "Depok",
    bio: "Menulis pendek soal barang yang dibuat pelan.",
    niches: ["business", "social"],
    accounts: [["X", 33_400]],
  },
  {
    key: "winda",
    name: "Winda Safitri",
    city: "Cilacap",
    bio: "Kulit, benang, dan kota pelabuhan.",
    niches: ["fashion", "local"],
    accounts: [["INSTAGRAM", 5_100]],
  },
  {
    key: "yusuf",
    name: "Yusuf Maulana",
    city: "Palangka Raya",
    bio: "Anyaman, hutan, dan kota yang tumbuh di tepi Kahayan.",
    niches: ["craft", "travel"],
    accounts: [["YOUTUBE", 9_200]],
  },
  {
    key: "zahra",
    name: "Zahra Nabila",
    city: "Padang",
    bio: "Madu, jamu, dan dapur sehat tanpa menakut-nakuti.",
    niches: ["food", "beauty"],
    accounts: [
      ["INSTAGRAM", 21_800],
      ["WHATSAPP", 2_300],
    ],
  },
];

/** Officers whose accounts the demonstration shows, beside one PR officer for each institution. */
export const OFFICERS = [
  { key: "humas", name: "Rina Kusumawati", role: "LAPAS_PR", institution: "lapas-sidoarjo" },
  { key: "kalapas", name: "Bambang Suryadi", role: "LAPAS_HEAD", institution: "lapas-sidoarjo" },
  { key: "kanwil", name: "Endang Wahyuni", role: "KANWIL", region: "jawa-timur" },
  { key: "direktorat", name: "Agus Setiawan", role: "DIRECTORATE" },
  { key: "dinkop", name: "Dewi Anjani", role: "PARTNER" },
  { key: "admin", name: "Admin Gaung", role: "ADMIN" },
] as const;

/** Names of the other institutions' PR officers, in the order of the institutions. */
export const PR_NAMES = [
  "Wahyu Hidayat",
  "Ni Made Ayu Suastini",
  "Rahmat Saleh",
  "Noor Aida",
  "Andi Firmansyah",
  "Siti Marlina",
  "Yulia Permata",
  "Deni Saputra",
  "Hairunnisa",
  "Asep Kurniawan",
  "Tri Handayani",
  "Max Latuconsina",
  "Fatima Tuasikal",
  "Rudi Hartawan",
  "Maria Kambu",
  "Irfan Palimbong",
] as const;
