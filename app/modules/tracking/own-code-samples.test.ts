import { expect, it } from "vitest";
import { ownCodeFault } from "./own-code.server";
import { tidyOwnCode } from "./own-code-form";

/** Products, places and names that codes are made of; many hold a bad word's letters. */
const GOOD = `
  banjir-promo banjir-diskon promo-banjir ganjir panjir-manis cumi-kering cumi-asin cumi-cumi sate-ayam
  kasur-busa kasur-kapuk pantai-indah pantai-kuta batik-tulis batik-cap batik-parang tas-rajut tas-anyaman
  tas-kulit keripik-tempe keripik-singkong keripik-pisang dodol-garut kopi-gayo kopi-toraja kopi-luwak
  kopi-susu kopi-hitam kopi-bunga semen-gresik semen-putih batako-semen titip-salam titipan analis-data
  analisa-rasa analisis-bisnis kok-bisa kokoh-jaya asisten kasih-sayang kasih-ibu terima-kasih
  pempek-palembang mesin-jahit sabun-cuci sabun-sereh sabunku kain-tenun tenun-sumba tenun-sabu
  anyaman-bambu meubel-jati mebel-jepara roti-kukus roti-tawar telur-asin tahu-isi tahu-bulat taichan
  sate-taichan kakap ikan-asap ikan-teri ikan-nila dewi-lestari siti-nur siti-aisyah budi-hartono
  budi-santoso anjar-sari anjani anjungan rumah-cantik cantik-alami kitab tasbih hoki-terus assalam
  assalamualaikum sukses-selalu susu-murni susu-kambing kedai-kopi pukis pukis-bandung kukis-coklat
  peresmian resmiati resmini peresmian-gedung kremes ayam-geprek ayam-goreng karya-warga-binaan
  mobil-listrik wadah-kaca kaset-lagu bos-muda bolu-pisang bolu-kukus pepaya pepaya-muda putih-bersih
  pecel-lele tumis-kangkung kue-lapis kelapa-muda kuali-besi cocok-banget cuci-gudang ali-topan
  semangat-pagi bajigur bajigur-hangat bandrek bandar-lampung banjarmasin pepes-ikan tolak-angin toleransi
  sialang madu-sialang hutan-jingga senja-jingga langit-jingga salon-tenun open-booking open-order
  toge-goreng tauge tauge-segar babinsa senapi seksama seksi-acara kafirun homogen homestay celengan
  celengan-ayam gatelan pinjoli silitonga silitonga-store turukan pelita pelipur judika yudi-saputra nazira
  nazihah nazir-kain heroine tahan-air bacotan maholtra pantatan kampanye coklat cokelat cokelat-bali
  coliseum ganjaran gacor-mania burung-gacor monyetan bangkalan bangka bangka-belitung asuransi asupan
  isisi titik-kopi titik-nol dada-ayam sayur-pakis pakis-haji kakatua kakao asem-jawa asam-manis manis-asam
  gula-aren gula-aren-asli gula-jawa gula-semut madu-hutan madu-randu sambal-bawang sambal-matah sambal-roa
  rendang-minang rendang-sapi dendeng abon-sapi abon-lele abon-ikan kerupuk kerupuk-udang rempeyek
  peyek-kacang emping melinjo opak rengginang kembang-goyang nastar kastengel putri-salju lapis-legit
  bika-ambon brownies brownies-kukus donat donat-kentang jamu jamu-kunyit temulawak beras-kencur
  kunyit-asam wedang-jahe wedang-uwuh jahe-merah teh-melati teh-hijau teh-tubruk sirup-markisa sirup-pala
  selai-nanas selai-kacang kecap-manis terasi petis tempe-orek tempe-mendoan sepatu-kulit sandal-jepit
  sandal-kulit dompet-kulit dompet-rajut ikat-pinggang gelang-tali gelang-manik kalung-mutiara cincin-perak
  anting-etnik bros-kain mukena-bali mukena-sulam kerudung hijab-voal gamis sarung-goyor songket-palembang
  ulos-batak lurik-klaten jumputan sasirangan-banjar ecoprint shibori sulam-tapis bordir-tasik kebaya-encim
  baju-koko kaos-sablon kaos-polos jaket-denim celana-jeans daster-batik seprai bantal-guling
  selimut-flanel keset-kaki taplak-meja lemari-jati kursi-rotan meja-belajar rak-buku rak-sepatu
  ranjang-besi pintu-kayu kusen jendela paving-block batu-bata genteng pot-bunga pupuk-kompos pupuk-organik
  bibit-lele lele-bumbu telur-bebek telur-puyuh ayam-kampung bebek-goreng kambing-guling sapi-bali
  hidroponik selada kangkung bayam-segar cabai-rawit cabe-merah bawang-goreng bawang-merah singkong-keju
  ubi-cilembu jagung-manis pisang-sale pisang-goreng salak-pondoh mangga-harum-manis jeruk-bali
  kerajinan-tangan ukiran-kayu miniatur-kapal lampu-hias lampion-kertas kaligrafi lukisan-pasir patung-kayu
  topeng-cirebon wayang-kulit wayang-golek angklung gitar-akustik cajon sapu-ijuk sapu-lidi keranjang-rotan
  besek-bambu tampah tikar-pandan cuci-motor cuci-mobil pangkas-rambut laundry-kilo bengkel-las las-listrik
  jahit-baju sablon-kaos percetakan barista-muda kelas-barista ayu-lestari citra-kirana dimas-anggara
  eka-putri fitri-handayani gilang-ramadhan hendra-wijaya indah-permata joko-susilo kartika-sari
  lukman-hakim maya-anjani nanda-putra oki-setiana putri-ayu rina-marlina sri-wahyuni tono-suprapto
  umi-kalsum vina-melati wati-asmara yanti-kusuma zainal-abidin agus-salim bambang-tri cahyo-nugroho
  dian-sastro farah-quinn gading-marten hesti-purwadinata scunthorpe dewi4you klasik kopi-lapas sabun-dewi
  batik-tulis-2026 promo-lebaran diskon-ramadan cashback gratis-ongkir beli-satu-gratis-satu paket-hemat
  paket-olahan obral-akhir-tahun flash-sale live-tiktok story-ig link-bio unboxing review-jujur ootd
  haul-batik resep-ibu mukbang jajan-pasar oleh-oleh oleh-oleh-bali arisan-rt pengajian penitipan pencucian
  pencurah-hujan perampingan pembunga bunganya cassava
`;

/** Abuse, crimes, gambling, pornography and hatred, also without vowels, with digits or taken apart. */
const BAD = `
  kntl kontl k0nt0l kontil kon-tol k-o-n-t-o-l kontol-enak kon-tol-enak memeq mmek m3m3k memex jembot jmbt
  ngntt ngentd ngentod ngewee ewean peju pejuh tempik turuk tusbol silit bangke bangkai bngst bgst bangzat
  anjg anjay asuu jancoks jncok dancok diancok jancik matamu ndasmu gathel bacot pecun lont3 l0nte pelacurr
  sundel teroris t3roris koruptor judi-online judol slot-gacor slotgacor link-slot-gacor pinjol
  bandar-narkoba sabu-sabu ganja tahanan eks-tahanan penjahat pembunuh pemerkosa pemerk0sa maling-motor
  kriminal garong begal homo lesbi banci bencong tetek susu-gede toket-gede seks sex-murah porno p0rn bokep
  b0kep xnxx colmek coli-yuk titit kimcil cabul bejat setan iblis kafir cina-babi aseng fuck fvck f-u-c-k
  sh1t bitch nigger hitler h1tler nazi kopi-nazi penipu pencuri-hati rampok togel-hk casino heunceut goblog
  belegug cukimay open-bo phishing bapak-napi
`;

const wordsOf = (text: string) => text.trim().split(/\s+/).map(tidyOwnCode);

it("takes what products, places and people are called", () => {
  const words = wordsOf(GOOD);
  expect(words.length).toBeGreaterThan(400);
  expect(words.filter((word) => ownCodeFault(word) !== null)).toEqual([]);
});

it("refuses what offends or harms", () => {
  const words = wordsOf(BAD);
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => ownCodeFault(word) !== "offensive")).toEqual([]);
});

it("refuses what passes itself off as an office's, and no name that only sounds like it", () => {
  for (const code of ["akun-resmi", "toko-lapas-resmi", "akunresmi", "re-smi", "r3smi"])
    expect(ownCodeFault(code), code).toBe("official");
  for (const code of ["resmiati", "peresmian-gedung", "resmini"]) expect(ownCodeFault(code), code).toBeNull();
});
