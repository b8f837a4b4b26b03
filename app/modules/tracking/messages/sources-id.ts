export default {
  title: "Sambungan toko",
  description:
    "Agar pesanan di toko daring milik {{name}} sendiri langsung tercatat, tanpa diketik ulang. Pilih salah satu; untuk toko WooCommerce, cara kedua lebih kuat.",
  readOnly: "Anda dapat melihat keadaannya. Yang mengatur sambungan adalah kepala Lapas dan admin.",
  saved: "Alamat toko disimpan.",
  rotated: "Kunci halaman diganti. Pasang ulang skrip di toko Anda.",
  on: "Sambungan diaktifkan.",
  off: "Sambungan dimatikan.",
  copy: "Salin",
  copied: "Tersalin",
  state: { on: "Aktif", off: "Dimatikan", waiting: "Menunggu kabar pertama" },
  switchOff: "Matikan",
  switchOn: "Aktifkan lagi",
  never: "Belum pernah",
  page: {
    title: "Skrip untuk halaman toko sendiri",
    description:
      "Satu baris kode di situs toko. Skrip mengingat dari tautan influencer mana pembeli datang, lalu melaporkan nomor dan nilai pesanan dari halaman terima kasih.",
    emptyTitle: "Belum ada halaman yang tersambung",
    emptyText: "Kepala Lapas atau admin dapat mendaftarkan alamat toko di sini.",
    origins: "Alamat toko",
    originsHint:
      "Satu alamat per baris, misalnya https://toko.contoh.id. Tulis juga yang dengan www. bila dipakai. Laporan dari alamat lain ditolak.",
    create: "Buat kunci halaman",
    save: "Simpan alamat",
    saving: "Menyimpan…",
    key: "Kunci halaman",
    keyHint: "Kunci ini terlihat di halaman toko dan bukan rahasia.",
    seen: "Terakhir terlihat",
    seenOrder: "Pesanan, dari {{origin}}",
    seenTest: "Uji pemasangan, dari {{origin}}",
    refusedTitle: "Laporan terakhir ditolak",
    refusedFrom: "Dari {{origin}}.",
    unknownOrigin: "alamat yang tidak disebut",
    test: "Uji di {{shop}}",
    testHint:
      "Membuka toko Anda di tab baru. Bila skrip terpasang, “Terakhir terlihat” di sini berubah setelah halaman ini dimuat ulang.",
    rotate: "Ganti kunci",
    rotateTitle: "Ganti kunci halaman?",
    rotateText:
      "Kunci lama langsung ditolak. Pesanan dari halaman yang belum diganti kuncinya tidak tercatat.",
    offTitle: "Matikan skrip halaman?",
    offText:
      "Laporan dari halaman toko ditolak sampai Anda mengaktifkannya lagi. Pesanan yang sudah tercatat tetap ada.",
    step1: "1. Pasang di semua halaman",
    step1Text:
      "Letakkan sebelum </head>. Bila situs Anda dibuat dengan alat bangun situs, cari menu “kode khusus” atau “custom code”.",
    step2: "2. Pasang di halaman terima kasih",
    step2Text:
      "Isi data-order dengan nomor pesanan dan data-amount dengan nilai barang dalam rupiah utuh, tanpa ongkos kirim, tanpa titik: 150000. data-coupon boleh kosong. Baris kedua dipakai bila peramban pembeli mematikan skrip.",
    call: "Toko satu halaman: laporkan lewat JavaScript",
    callText:
      "Panggil setelah pesanan berhasil. Pesanan yang sama boleh dilaporkan berkali-kali; nomornya membuatnya tetap satu. Untuk pengembalian dana sebelum pesanan dikonfirmasi, tambahkan refunded.",
    consent: "Situs Anda meminta persetujuan pengunjung?",
    consentText:
      "Pasang baris pertama ini sebagai ganti langkah 1. Sebelum pengunjung setuju, tanda klik hanya disimpan selama tab terbuka. Panggil baris kedua setelah ia setuju.",
    whatTitle: "Apa yang disimpan dan dikirim",
    whatText:
      "Skrip tidak memakai cookie. Tanda klik dari alamat (gaung_click) disimpan di localStorage toko Anda paling lama 90 hari, sepanjang masa atribusi terpanjang, karena pembeli sering kembali beberapa hari kemudian. Yang dikirim hanya nomor pesanan, nilai, kode kupon, dan tanda klik. Nama, telepon, atau alamat pembeli ditolak.",
    gradeTitle: "Seberapa kuat buktinya",
    gradeText:
      "Halaman berjalan di peramban pembeli, jadi siapa pun dapat memanggilnya. Pesanan dengan tanda klik asli dari Gaung tercatat sebagai diukur, tanpa itu sebagai dinyatakan. Keduanya menunggu sampai petugas atau sumber lain mengonfirmasi.",
    csp: "Situs dengan Content-Security-Policy perlu mengizinkan {{origin}} pada script-src, connect-src, dan img-src.",
  },
  woo: {
    title: "WooCommerce",
    description:
      "Server toko Anda mengirim setiap pesanan bertanda tangan: dibuat, dibayar, selesai, dibatalkan, dikembalikan.",
    emptyTitle: "Belum tersambung dengan WooCommerce",
    emptyText: "Buat alamat dan kuncinya di sini, lalu isikan di WordPress. Perlu sekitar lima menit.",
    create: "Buat sambungan WooCommerce",
    address: "Alamat pengiriman (Delivery URL)",
    secretTitle: "Kunci rahasia WooCommerce",
    secretText:
      "Salin sekarang ke kolom Secret di WooCommerce. Setelah halaman ini ditutup, kunci tidak dapat ditampilkan lagi.",
    ping: "Uji dari WooCommerce",
    last: "Kiriman terakhir",
    unsignedTitle: "Ada kiriman dengan tanda tangan yang salah",
    unsignedText:
      "Kunci rahasia di WooCommerce tidak sama dengan yang dibuat di sini. Isikan ulang, atau ganti kunci bila sudah hilang.",
    oldSecret:
      "Kunci rahasia lama masih diterima sampai {{date}}, agar Anda sempat menggantinya di WooCommerce.",
    rotate: "Ganti kunci rahasia",
    rotateTitle: "Ganti kunci rahasia?",
    rotateText: "Kunci baru tampil sekali. Kunci lama masih diterima 24 jam.",
    offTitle: "Matikan WooCommerce?",
    offText:
      "Kiriman ditolak sampai Anda mengaktifkannya lagi. WooCommerce tidak mengirim ulang dan mematikan webhook setelah lima penolakan berturut-turut.",
    steps: "Cara memasang",
    step1: "Di WordPress, buka WooCommerce → Pengaturan → Lanjutan → Webhook → Tambah webhook.",
    step2: "Isi Nama “Gaung: pesanan dibuat”, Status “Aktif”, Topik “Pesanan dibuat” (Order created).",
    step3:
      "Tempel alamat pengiriman dan kunci rahasia di atas, pilih Versi API “WP REST API Integration v3”, lalu simpan.",
    step4:
      "Ulangi untuk topik “Pesanan diperbarui”, “Pesanan dihapus”, dan “Pesanan dipulihkan” dengan alamat dan kunci yang sama.",
    step5:
      "Agar klik influencer ikut tercatat, tambahkan potongan PHP ini lewat plugin potongan kode atau functions.php tema anak.",
    needsKey: "Buat kunci halaman di bagian pertama lebih dulu, agar potongan PHP ini lengkap.",
    statusTitle: "Arti status",
    statusText:
      "Menunggu pembayaran, ditahan, dan diproses: menunggu. Selesai: dikonfirmasi. Dibatalkan, gagal, dikembalikan penuh, atau dihapus: dibatalkan. Pengembalian sebagian mengurangi nilainya. Nilai pesanan dihitung tanpa ongkos kirim, dan mata uangnya harus rupiah.",
    privacy:
      "Dari data pembeli hanya dibuat sidik acak dari surel atau teleponnya, untuk mengenali pembeli lama. Nama, alamat, surel, dan telepon tidak disimpan.",
  },
  deliveries: {
    title: "Daftar kiriman",
    caption: "Kiriman WooCommerce terakhir dan hasilnya",
    empty: "Belum ada kiriman. Simpan webhook di WooCommerce atau buat pesanan uji.",
    time: "Waktu",
    topic: "Peristiwa",
    order: "Pesanan",
    outcome: "Hasil",
    attempts: "{{count}} kali dikirim",
    outcomes: { STORED: "Tercatat", SKIPPED: "Dilewati", REFUSED: "Ditolak" },
    topics: {
      created: "Dibuat",
      updated: "Diperbarui",
      deleted: "Dihapus",
      restored: "Dipulihkan",
    },
  },
  error: {
    key: "Kunci halaman (institution) tidak benar. Salin dari halaman Sambungan toko.",
    keyUnknown: "Kunci halaman ini tidak dikenal atau sudah diganti. Salin ulang skripnya.",
    keyOff: "Skrip halaman ini sedang dimatikan.",
    amount: "Tulis nilai (amount) dalam rupiah utuh tanpa titik atau koma, misalnya 150000.",
    refunded: "Tulis pengembalian (refunded) dalam rupiah utuh, paling banyak sebesar nilai pesanan.",
    unknownField:
      "Kolom {{field}} tidak diterima. Kirim hanya id, amount, coupon, dan refunded; jangan kirim data pembeli.",
    originUnknown: "Halaman di {{origin}} belum terdaftar. Tambahkan alamat itu di Sambungan toko.",
    originMissing:
      'Peramban tidak menyebut alamat halamannya. Pakai skrip, atau tambahkan referrerpolicy="origin" pada gambar.',
    orderKnown: "Pesanan ini sudah tercatat dengan keadaan lain. Laporan halaman tidak mengubahnya.",
    origins: "Tulis satu alamat per baris, misalnya https://toko.contoh.id.",
    tooManyOrigins: "Paling banyak 10 alamat.",
    wooExists: "Sambungan WooCommerce sudah ada.",
    wooAddress: "Alamat webhook ini tidak dikenal.",
    wooOff: "Sambungan WooCommerce ini sedang dimatikan.",
    wooSignature: "Tanda tangan tidak cocok. Periksa kolom Secret di WooCommerce.",
    wooTopic:
      "Topik ini tidak dipakai. Pilih order.created, order.updated, order.deleted, atau order.restored.",
    wooDeliveryId: "X-WC-Webhook-Delivery-ID tidak ada.",
    wooUnreadable: "Isi pesanan tidak terbaca ({{field}}). Pilih versi API WP REST API Integration v3.",
    wooCurrency: "Mata uang {{currency}} tidak dapat dihitung. Toko harus memakai IDR.",
    wooAmount: "Nilai pesanan tidak terbaca.",
    wooDraft: "Masih keranjang, belum menjadi pesanan.",
    wooNothing: "Nilai barang nol, jadi tidak ada yang dihitung.",
    wooStatus: "Status {{status}} buatan toko sendiri. Pesanan dihitung setelah berstatus baku WooCommerce.",
    wooUnknown: "Pesanan yang dihapus ini belum pernah diterima.",
  },
};
