import type { RegisterInstitutionInput } from "~/modules/institutions/institution.schemas";
import type { Channel } from "~/modules/products/listings";
import type { ProductKind } from "~/modules/products/product";
import type { PictureView } from "./pictures";

/** How a product's licences stand: all valid, one that ends within weeks, one that has ended, or none recorded. */
export type LicenceCase = "valid" | "expiring" | "expired" | "none";

export type DemoProduct = {
  key: string;
  name: string;
  kind: ProductKind;
  priceRupiah: number;
  unit: string;
  story: string;
  licences: LicenceCase;
  channels: readonly Channel[];
  flagship?: boolean;
  /** Which pictures are drawn; only the front when left out. */
  views?: readonly PictureView[];
  /** Left a draft: somebody has begun and not finished. */
  draft?: boolean;
};

export type DemoInstitution = Pick<RegisterInstitutionInput, "kind" | "class" | "name" | "city"> & {
  region: string;
  latitude: number;
  longitude: number;
  products: DemoProduct[];
};

/** Products that need no licence. */
const craft = { licences: "none", channels: ["WHATSAPP", "SHOPEE", "OWN"] } as const;
const food = { licences: "valid", channels: ["WHATSAPP", "SHOPEE", "TOKOPEDIA"] } as const;

/**
 * The institutions of the demonstration. What they make is what newspapers have reported of them (kumparan, antaranews,
 * tribunnews, kompasiana and others, 2022 to 2025); prices, stories and figures are made up, and every institution is
 * marked as a demonstration.
 */
export const INSTITUTIONS: readonly DemoInstitution[] = [
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Sidoarjo",
    city: "Sidoarjo",
    region: "jawa-timur",
    latitude: -7.45,
    longitude: 112.72,
    products: [
      {
        key: "kerupuk",
        name: "Kerupuk Udang Delta",
        kind: "FOOD",
        priceRupiah: 28_000,
        unit: "250 g",
        story:
          "Udang dari tambak pesisir Sidoarjo, digiling dan dijemur di halaman bengkel kerja. Renyahnya tahan lama, rasanya pulang ke dapur rumah. Setiap bungkus dikemas warga binaan yang sedang belajar usaha pangan.",
        ...food,
        flagship: true,
        views: ["front", "detail", "packaging"],
      },
      {
        key: "batik",
        name: "Batik Tulis Kembang Bayem",
        kind: "FASHION",
        priceRupiah: 325_000,
        unit: "kain 2 meter",
        story:
          "Motif kembang bayem khas Jetis, digambar dengan canting satu per satu. Satu kain selesai dalam dua belas hari. Pewarnaan dilakukan dua kali supaya birunya dalam dan tidak luntur.",
        ...craft,
        views: ["front", "detail"],
      },
      {
        key: "bandeng",
        name: "Bandeng Presto Tulang Lunak",
        kind: "FOOD",
        priceRupiah: 55_000,
        unit: "2 ekor",
        story:
          "Bandeng tambak yang dipresto berjam-jam sampai tulangnya lunak, dibumbui kunyit dan bawang. Dibuat setiap Selasa dan Jumat, langsung dikemas kedap udara di dapur kerja yang sudah terdaftar.",
        licences: "expiring",
        channels: ["WHATSAPP", "OWN"],
      },
      {
        key: "sepatu",
        name: "Sandal Kulit Wedoro",
        kind: "FASHION",
        priceRupiah: 145_000,
        unit: "sepasang",
        story:
          "Wedoro terkenal dengan perajin alas kaki. Pelatihnya datang dua kali sepekan, dan hasilnya sandal kulit sapi dengan jahitan tangan, ringan dipakai berjalan jauh.",
        ...craft,
      },
      {
        key: "petis",
        name: "Petis Udang Kupang",
        kind: "FOOD",
        priceRupiah: 22_000,
        unit: "200 g",
        story: "Resep baru yang masih diuji rasa oleh dapur kerja.",
        licences: "none",
        channels: [],
        draft: true,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Jember",
    city: "Jember",
    region: "jawa-timur",
    latitude: -8.17,
    longitude: 113.7,
    products: [
      {
        key: "kuekacang",
        name: "Kue Kacang Jember",
        kind: "FOOD",
        priceRupiah: 35_000,
        unit: "toples 300 g",
        story:
          "Kacang tanah dari ladang Ambulu, disangrai pelan lalu digiling halus. Kue kacangnya lumer dan tidak terlalu manis, teman minum kopi sore. Dapur kerjanya buka setiap hari kerja.",
        ...food,
        flagship: true,
      },
      {
        key: "mebel",
        name: "Kursi Teras Jati",
        kind: "FURNITURE",
        priceRupiah: 875_000,
        unit: "1 buah",
        story:
          "Kayu jati dari lahan rakyat, disambung tanpa paku dengan purus dan lubang. Setiap kursi diamplas tiga kali dan diberi minyak, bukan cat, supaya seratnya tetap terlihat.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Kerobokan",
    city: "Badung",
    region: "bali",
    latitude: -8.67,
    longitude: 115.16,
    products: [
      {
        key: "perak",
        name: "Cincin Perak Bengker",
        kind: "CRAFT",
        priceRupiah: 150_000,
        unit: "1 buah",
        story:
          "Perak 925 yang ditempa dan diukir tangan di Bengker Kerobokan. Motifnya patra Bali, setiap cincin sedikit berbeda dari yang lain karena tidak ada cetakan.",
        ...craft,
        flagship: true,
      },
      {
        key: "dupa",
        name: "Dupa Cendana",
        kind: "OTHER",
        priceRupiah: 15_000,
        unit: "20 batang",
        story:
          "Digulung satu per satu dari serbuk cendana dan bunga kering, tanpa bahan kimia pewangi. Menyala rata empat puluh menit, harumnya tipis dan tenang.",
        ...craft,
      },
      {
        key: "keben",
        name: "Keben Koran Bekas",
        kind: "CRAFT",
        priceRupiah: 65_000,
        unit: "1 buah",
        story:
          "Lintingan koran bekas dianyam menjadi keben, kotak persembahan Bali, lalu dipernis. Ringan, kuat, dan tidak ada bahan baru yang ditebang.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Pangkalpinang",
    city: "Pangkalpinang",
    region: "kepulauan-bangka-belitung",
    latitude: -2.13,
    longitude: 106.11,
    products: [
      {
        key: "rak",
        name: "Rak Buku Lipat",
        kind: "FURNITURE",
        priceRupiah: 650_000,
        unit: "1 buah",
        story:
          "Rak empat susun yang bisa dilipat datar untuk dikirim. Kayu karet Bangka, engsel kuningan, dan sudah dipakai di banyak sekolah lewat katalog pengadaan.",
        ...craft,
        flagship: true,
      },
      {
        key: "meja",
        name: "Meja Lipat Belajar",
        kind: "FURNITURE",
        priceRupiah: 500_000,
        unit: "1 buah",
        story:
          "Meja belajar anak yang dilipat jadi setebal tas. Sudutnya dibulatkan, catnya berbahan air, dan kakinya mengunci dengan satu gerakan.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Kotabaru",
    city: "Kotabaru",
    region: "kalimantan-selatan",
    latitude: -3.24,
    longitude: 116.23,
    products: [
      {
        key: "tempe",
        name: "Keripik Tempe Saijaan",
        kind: "FOOD",
        priceRupiah: 18_000,
        unit: "150 g",
        story:
          "Tempe dibuat sendiri di dapur kerja, diiris setipis kertas, digoreng dua kali. Gurih daun jeruk, renyah sampai remah terakhir, dan sudah bernomor P-IRT.",
        ...food,
        flagship: true,
      },
      {
        key: "pisang",
        name: "Keripik Pisang Kepok",
        kind: "FOOD",
        priceRupiah: 20_000,
        unit: "200 g",
        story:
          "Pisang kepok dari kebun warga sekitar Kotabaru, dikupas dan diiris hari itu juga. Dua rasa: asin bawang dan manis gula aren.",
        licences: "expired",
        channels: ["WHATSAPP", "TOKOPEDIA"],
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Tarakan",
    city: "Tarakan",
    region: "kalimantan-timur",
    latitude: 3.3,
    longitude: 117.63,
    products: [
      {
        key: "amplang",
        name: "Amplang Bandeng Tarakan",
        kind: "FOOD",
        priceRupiah: 30_000,
        unit: "200 g",
        story:
          "Kerupuk ikan bundar kecil yang mengembang di minyak panas. Daging bandeng tambak Tarakan lebih banyak daripada tepungnya, jadi rasanya sungguh ikan.",
        ...food,
        flagship: true,
      },
      {
        key: "sambal",
        name: "Sambal Kerang Kapah",
        kind: "FOOD",
        priceRupiah: 38_000,
        unit: "botol 150 g",
        story:
          "Kerang kapah dari pantai Amal, ditumis dengan cabai rawit dan bawang sampai kering. Satu sendok cukup untuk sepiring nasi hangat.",
        ...food,
      },
      {
        key: "batiktarakan",
        name: "Batik Pakis Asia",
        kind: "FASHION",
        priceRupiah: 280_000,
        unit: "kain 2 meter",
        story:
          "Motif pakis dan ombak perbatasan utara, dicap dan diberi warna alam dari kulit kayu ulin. Dikerjakan oleh delapan warga binaan dalam satu sanggar.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "I",
    name: "Lapas Kelas I Tangerang",
    city: "Tangerang",
    region: "banten",
    latitude: -6.18,
    longitude: 106.64,
    products: [
      {
        key: "roti",
        name: "Roti Lapasta Cokelat",
        kind: "FOOD",
        priceRupiah: 12_000,
        unit: "1 bungkus",
        story:
          "Toko roti Lapasta memanggang sejak subuh. Adonan difermentasi semalam, isiannya cokelat tebal sampai ke ujung, dan keluar dari oven tepat sebelum loket dibuka.",
        ...food,
        flagship: true,
      },
    ],
  },
  {
    kind: "LAPAS_PEREMPUAN",
    class: "IIA",
    name: "Lapas Perempuan Kelas IIA Palembang",
    city: "Palembang",
    region: "sumatera-selatan",
    latitude: -2.99,
    longitude: 104.76,
    products: [
      {
        key: "nastar",
        name: "Nastar Nanas Prabumulih",
        kind: "FOOD",
        priceRupiah: 85_000,
        unit: "toples 500 g",
        story:
          "Selai nanas Prabumulih dimasak enam jam tanpa pengental. Kulitnya mentega penuh, lumer di mulut. Pesanan Lebaran biasanya habis tiga pekan sebelumnya.",
        ...food,
        flagship: true,
      },
      {
        key: "semprong",
        name: "Semprong Wijen",
        kind: "FOOD",
        priceRupiah: 45_000,
        unit: "toples 350 g",
        story:
          "Dicetak di besi panas satu per satu lalu digulung saat masih lentur. Wijennya disangrai dulu, jadi harumnya tinggal lama di toples.",
        ...food,
      },
      {
        key: "putrisalju",
        name: "Putri Salju Kenari",
        kind: "FOOD",
        priceRupiah: 78_000,
        unit: "toples 450 g",
        story:
          "Kue bulan sabit dengan kenari Maluku dan gula halus yang tidak cepat basah. Dikerjakan oleh kelompok dapur yang bersertifikat pelatihan boga.",
        ...food,
      },
    ],
  },
  {
    kind: "LAPAS_NARKOTIKA",
    class: "IIA",
    name: "Lapas Narkotika Kelas IIA Muara Beliti",
    city: "Musi Rawas",
    region: "sumatera-selatan",
    latitude: -3.24,
    longitude: 103.02,
    products: [
      {
        key: "kopi",
        name: "Kopi Bubuk Beliti",
        kind: "BEVERAGE",
        priceRupiah: 48_000,
        unit: "200 g",
        story:
          "Robusta dari lereng Bukit Barisan, disangrai sedang dan digiling setiap Senin. Rasanya cokelat hitam dengan ujung gula aren. Bijinya dibeli langsung dari petani Musi Rawas.",
        ...food,
        flagship: true,
      },
      {
        key: "talenan",
        name: "Talenan Kayu Tembesu",
        kind: "CRAFT",
        priceRupiah: 95_000,
        unit: "1 buah",
        story:
          "Sisa kayu tembesu dari bengkel mebel diolah menjadi talenan tebal. Diberi minyak kelapa, aman untuk makanan, dan makin indah setelah dipakai.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS_NARKOTIKA",
    class: "IIA",
    name: "Lapas Narkotika Kelas IIA Samarinda",
    city: "Samarinda",
    region: "kalimantan-timur",
    latitude: -0.5,
    longitude: 117.15,
    products: [
      {
        key: "madu",
        name: "Madu Kelulut Mahakam",
        kind: "AGRICULTURE",
        priceRupiah: 120_000,
        unit: "250 ml",
        story:
          "Lebah kelulut tanpa sengat dipelihara di kebun dalam tembok. Madunya asam manis, dipanen dengan disedot supaya sarangnya utuh, lalu disaring tanpa dipanaskan.",
        ...craft,
        flagship: true,
      },
      {
        key: "kacamata",
        name: "Kacamata Kayu Ulin",
        kind: "FASHION",
        priceRupiah: 210_000,
        unit: "1 buah",
        story:
          "Bingkai dari potongan ulin sisa bengkel, diampelas sampai licin dan dilapis lilin lebah. Engselnya bisa diganti, lensanya bisa diisi minus di optik mana pun.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIB",
    name: "Lapas Kelas IIB Garut",
    city: "Garut",
    region: "jawa-barat",
    latitude: -7.21,
    longitude: 107.9,
    products: [
      {
        key: "sabut",
        name: "Keset Rajut Sabut Kelapa",
        kind: "CRAFT",
        priceRupiah: 58_000,
        unit: "60 x 40 cm",
        story:
          "Seratus lima puluh orang bekerja di bengkel sabut ini. Serat kelapa dipintal dan dirajut menjadi keset tebal yang mengikat debu. Premi setiap perajin dibayar langsung ke kartunya.",
        ...craft,
        flagship: true,
      },
      {
        key: "pot",
        name: "Pot Gantung Sabut",
        kind: "CRAFT",
        priceRupiah: 32_000,
        unit: "1 buah",
        story:
          "Pot anyaman sabut yang menyimpan air dan tetap bernapas. Setelah dua tahun ia menjadi kompos, jadi tidak ada yang dibuang.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIB",
    name: "Lapas Kelas IIB Cilacap",
    city: "Cilacap",
    region: "jawa-tengah",
    latitude: -7.73,
    longitude: 109.01,
    products: [
      {
        key: "kapal",
        name: "Miniatur Kapal Layar",
        kind: "CRAFT",
        priceRupiah: 385_000,
        unit: "40 cm",
        story:
          "Tiga tiang, tali-temali dari benang katun, layar dari kain blacu yang dikeraskan. Satu kapal dikerjakan satu orang selama dua pekan, dari lunas sampai bendera.",
        ...craft,
        flagship: true,
      },
      {
        key: "dompet",
        name: "Dompet Kulit Segara",
        kind: "FASHION",
        priceRupiah: 135_000,
        unit: "1 buah",
        story:
          "Kulit sapi samak nabati yang warnanya menua dengan pemakainya. Jahitan pelana dengan benang lilin, enam slot kartu, tanpa logo yang berteriak.",
        ...craft,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "III",
    name: "Lapas Kelas III Wahai",
    city: "Maluku Tengah",
    region: "maluku",
    latitude: -2.79,
    longitude: 129.5,
    products: [
      {
        key: "pinisi",
        name: "Miniatur Pinisi Seram",
        kind: "CRAFT",
        priceRupiah: 450_000,
        unit: "50 cm",
        story:
          "Dibuat di pesisir utara Seram dari kayu gaharu buaya. Bentuknya mengikuti pinisi yang masih singgah di Wahai; pembuatnya dulu tukang perahu.",
        ...craft,
        flagship: true,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "III",
    name: "Lapas Kelas III Namlea",
    city: "Buru",
    region: "maluku",
    latitude: -3.25,
    longitude: 127.09,
    products: [
      {
        key: "sawi",
        name: "Sawi Segar Kebun Namlea",
        kind: "AGRICULTURE",
        priceRupiah: 5_000,
        unit: "1 ikat",
        story:
          "Dipanen pagi, sampai di pasar Namlea sebelum pukul delapan. Kebunnya disiram air sumur dan dipupuk kompos dapur. Sekali panen bisa lebih dari tiga ratus ikat.",
        licences: "none",
        channels: ["WHATSAPP"],
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIA",
    name: "Lapas Kelas IIA Lahat",
    city: "Lahat",
    region: "sumatera-selatan",
    latitude: -3.79,
    longitude: 103.54,
    products: [
      {
        key: "gula",
        name: "Gula Semut Jahe Merah",
        kind: "BEVERAGE",
        priceRupiah: 32_000,
        unit: "250 g",
        story:
          "Nira aren dimasak sampai menjadi kristal, lalu dicampur jahe merah kering. Seduh dengan air panas, tunggu hangatnya naik. Produk unggulan yang ditetapkan Kanwil.",
        ...food,
        flagship: true,
      },
    ],
  },
  {
    kind: "LAPAS",
    class: "IIB",
    name: "Lapas Kelas IIB Pangkalan Bun",
    city: "Kotawaringin Barat",
    region: "kalimantan-tengah",
    latitude: -2.68,
    longitude: 111.63,
    products: [
      {
        key: "rotan",
        name: "Tas Anyaman Rotan",
        kind: "FASHION",
        priceRupiah: 175_000,
        unit: "1 buah",
        story:
          "Rotan dibelah sendiri, dianyam dengan pola mata punai khas Dayak, lalu diberi tali kulit. Kuat untuk belanja pasar, rapi untuk dibawa ke kantor.",
        ...craft,
        flagship: true,
      },
    ],
  },
  {
    kind: "RUTAN",
    class: "IIB",
    name: "Rutan Kelas IIB Makale",
    city: "Tana Toraja",
    region: "sulawesi-selatan",
    latitude: -3.1,
    longitude: 119.85,
    products: [],
  },
];
