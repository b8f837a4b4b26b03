export default {
  title: "Pemberitahuan",
  frame: {
    greeting: "Halo {{name}},",
    greetingNoName: "Halo,",
    linkHint: "Bila tombol tidak dapat ditekan, salin alamat ini ke peramban Anda:",
    footer: "Surel ini dikirim oleh Gaung, tempat karya warga binaan bertemu para kreator.",
    unexpected: "Tidak merasa memintanya? Abaikan surel ini.",
  },
  invitation: {
    subject: "Undangan bergabung di Gaung sebagai {{role}}",
    byAt: "{{inviter}} mengundang Anda bergabung di Gaung sebagai {{role}} untuk {{place}}.",
    at: "Anda diundang bergabung di Gaung sebagai {{role}} untuk {{place}}.",
    until: "Tautan ini berlaku sampai {{date}} dan hanya untuk Anda.",
    button: "Terima undangan",
  },
  reset: {
    subject: "Kata sandi baru untuk akun Gaung Anda",
    text: "Ada permintaan untuk membuat kata sandi baru bagi akun Gaung Anda. Tautan ini berlaku satu jam dan hanya sekali pakai.",
    button: "Buat kata sandi baru",
    unexpected: "Bukan Anda yang meminta? Abaikan surel ini; kata sandi Anda tidak berubah.",
  },
  claim: {
    acceptedSubject: "Klaim Anda diterima: {{campaign}}",
    accepted: "{{institution}} menerima klaim Anda untuk kampanye “{{campaign}}”.",
    acceptedNext:
      "Tautan referral dan kode kupon Anda sudah menunggu di ruang kerja klaim. Selanjutnya: kirim draf konten sebelum tenggatnya.",
    acceptedButton: "Buka ruang kerja",
    rejectedSubject: "Klaim Anda belum diterima: {{campaign}}",
    rejected: "{{institution}} belum dapat menerima klaim Anda untuk kampanye “{{campaign}}”.",
    reason: "Alasannya: {{reason}}",
    rejectedNext: "Masih ada brief lain yang menunggu cerita Anda.",
    rejectedButton: "Lihat brief lain",
  },
  draft: {
    approvedSubject: "Konten Anda disetujui: {{campaign}}",
    approved:
      "{{institution}} menyetujui draf ke-{{number}} Anda ({{platform}}, {{format}}) untuk kampanye “{{campaign}}”.",
    approvedNext: "Silakan tayangkan, lalu kirim alamat unggahannya sebagai bukti.",
    approvedButton: "Kirim alamat unggahan",
    revisionSubject: "Konten Anda perlu direvisi: {{campaign}}",
    revision:
      "{{institution}} meminta revisi untuk draf ke-{{number}} Anda ({{platform}}, {{format}}) dalam kampanye “{{campaign}}”.",
    revisionNext: "Perbaiki sesuai catatan itu, lalu kirim draf berikutnya.",
    revisionButton: "Buka dan perbaiki",
    rejectedSubject: "Konten Anda ditolak: {{campaign}}",
    rejected:
      "{{institution}} menolak draf ke-{{number}} Anda ({{platform}}, {{format}}) untuk kampanye “{{campaign}}”.",
    rejectedNext: "Buka ruang kerja untuk melihat keterangannya.",
    rejectedButton: "Buka ruang kerja",
    comment: "Catatan peninjau: {{comment}}",
  },
  destination: {
    subject: {
      OK: "{{product}} bisa dibeli lagi lewat tautannya",
      GONE: "Halaman penjualan {{product}} tidak ditemukan",
      MOVED: "Tautan penjualan {{product}} mengarah ke tempat lain",
      SOLD_OUT: "{{product}} habis di tokonya",
      UNSURE: "Toko {{product}} tidak dapat dihubungi",
    },
    said: {
      OK: "Halaman penjualan berikut sudah baik kembali. Pembeli bisa memesan lagi di sana.",
      GONE: "Halaman penjualan berikut tidak ditemukan lagi. Pembeli yang datang lewat tautan influencer tidak bisa memesan.",
      MOVED: "Halaman penjualan berikut sekarang mengarah ke tempat lain, bukan ke produknya.",
      SOLD_OUT: "Halaman penjualan berikut mengatakan bahwa stoknya habis.",
      UNSURE:
        "Toko berikut tidak dapat dihubungi sejak {{since}}. Pembeli yang datang lewat tautan influencer tidak bisa memesan di sana.",
    },
    product: {
      SHOPEE: "{{name}} di Shopee",
      TOKOPEDIA: "{{name}} di Tokopedia",
      TIKTOK_SHOP: "{{name}} di TikTok Shop",
      WHATSAPP: "{{name}} lewat WhatsApp",
      OWN: "{{name}} di toko sendiri",
    },
    unreachable: {
      dns: "Nama situsnya tidak ditemukan (DNS). Periksa apakah nama domainnya masih berlaku.",
      connection: "Sambungannya ditolak atau terputus. Periksa apakah servernya berjalan.",
      tls: "Sertifikat keamanannya (TLS) bermasalah; peramban pembeli dapat menolak membukanya.",
      "tls-expired":
        "Sertifikat keamanannya (TLS) kedaluwarsa, sehingga peramban pembeli menolak membukanya. Perpanjang sertifikatnya.",
      timeout: "Situsnya tidak menjawab dalam 15 detik.",
      server: "Situsnya menjawab dengan galat server (5xx).",
    },
    elsewhere: "Alamat itu sekarang berakhir di: {{url}}",
    brokenNext:
      "Periksa halamannya. Bila alamatnya berubah, perbarui di halaman produk; semua tautan influencer ikut dalam hitungan detik.",
    downNext:
      "Hubungi pengelola situsnya. Bila belum bisa segera dibuka lagi, ganti alamatnya di halaman produk atau jeda kampanyenya.",
    wellNext: "Tidak ada yang perlu dilakukan.",
    button: "Buka kesehatan tautan",
  },
  fraud: {
    heldSubject: "Komisi ditahan sementara: {{campaign}}",
    held_other:
      "Komisi {{amount}} dari {{count}} pesanan di kampanye “{{campaign}}” ditahan sementara sampai petugas {{institution}} memeriksanya. Pesanan lain tidak terpengaruh, dan semua angka tetap tercatat.",
    heldWhy: "Mengapa:",
    heldFair:
      "Ini bukan tuduhan. Hal seperti ini sering punya penjelasan yang wajar, dan yang memutuskan adalah petugas, bukan mesin.",
    heldNext:
      "Anda belum perlu melakukan apa pun. Bila petugas perlu penjelasan, Anda mendapat surel dan pertanyaannya muncul di halaman pemeriksaan. Petugas memutuskan paling lambat {{date}}.",
    heldAsked:
      "Petugas sudah bertanya kepada Anda. Mohon dijawab di halaman pemeriksaan paling lambat {{date}}.",
    heldButton: "Lihat pemeriksaan",
    newCaseSubject: "Perlu diperiksa: {{influencer}}, {{campaign}}",
    newCasesSubject_other: "{{count}} hal perlu diperiksa di {{institution}}",
    newCases:
      "Ada yang tidak biasa pada klik atau pesanan. Komisi terkait ditahan sampai petugas Lapas memutuskan.",
    newCase: "{{influencer}}, “{{campaign}}”",
    newCaseHeld_other: "Komisi ditahan: {{amount}} dari {{count}} pesanan",
    newCaseNothing: "Belum ada komisi yang ditahan",
    newCaseDue: "Tenggat: {{date}}",
    newCasesMore_other: "dan {{count}} lainnya di halaman pemeriksaan.",
    newCasesNext: "Temuan adalah petunjuk, bukan bukti. Periksa, tanyakan bila perlu, lalu putuskan.",
    newCasesButton: "Buka pemeriksaan",
    askedSubject: "Petugas ingin bertanya: {{campaign}}",
    asked:
      "Ada hal yang tidak biasa pada klik atau pesanan Anda di kampanye “{{campaign}}”. Komisi terkait ditahan sementara sampai {{institution}} memutuskan. Ini bukan tuduhan, dan penjelasan Anda akan didengar.",
    question: "Pertanyaan petugas: {{question}}",
    askedNext: "Mohon dijawab paling lambat {{date}}.",
    askedButton: "Baca dan jawab",
    clearedSubject: "Komisi Anda dilepas: {{campaign}}",
    cleared_other:
      "{{institution}} selesai memeriksa. Semuanya wajar, dan komisi Anda {{amount}} dari {{count}} pesanan di kampanye “{{campaign}}” dilepas kembali.",
    clearedNothing:
      "{{institution}} selesai memeriksa kampanye “{{campaign}}”. Semuanya wajar, dan tidak ada komisi yang ditahan.",
    clearedNext: "Terima kasih atas kesabaran Anda.",
    confirmedSubject: "Hasil pemeriksaan komisi: {{campaign}}",
    confirmed_other:
      "{{institution}} selesai memeriksa dan membatalkan komisi dari {{count}} pesanan yang terkait di kampanye “{{campaign}}”. Pesanan lain tidak terpengaruh.",
    confirmedNothing:
      "{{institution}} selesai memeriksa kampanye “{{campaign}}” dan menilainya tidak wajar. Tidak ada komisi yang dibatalkan.",
    confirmedNext: "Tidak setuju? Hubungi Lapas. Keputusan dapat diubah bila ada keterangan baru.",
    reason: "Alasannya: {{reason}}",
    decidedButton: "Lihat keputusannya",
  },
};
