export default {
  metaTitle: "Tentang Gaung",
  metaDescription:
    "Apa itu Gaung, bagaimana klik dihitung, data apa yang kami simpan dan berapa lama, serta siapa yang kami ucapkan terima kasih.",
  title: "Suara kecil yang sampai jauh",
  lead: "Gaung mempertemukan karya warga binaan dengan orang yang mau menceritakannya. Lapas menulis brief, influencer mengambil dan membuat konten, dan setiap klik serta pesanan tercatat sehingga semua bisa melihat hasilnya.",
  counting: {
    title: "Bagaimana klik dihitung",
    lead: "Setiap influencer punya tautan sendiri. Ketika tautan itu dibuka, kami mencatat kejadiannya dan menilai siapa yang membukanya. Tidak ada catatan yang dihapus dari hitungan: semua klik dan klik manusia selalu tampil berdampingan.",
    lowerBound:
      "Jumlah orang adalah batas bawah. Ribuan pelanggan seluler bisa memakai satu alamat IP yang sama, dan Chrome di Android mengirim keterangan yang sama untuk semua ponsel. Tanpa cookie, yang tidak kami pasang, orang-orang seperti itu tidak dapat dibedakan: bila mereka membuka tautan yang sama dalam setengah jam, mereka terhitung satu orang dan kunjungan selebihnya tercatat sebagai berulang, bukan mencurigakan.",
    rules:
      "Penilaian memakai aturan tertulis yang bernomor versi. Setiap klik menyimpan alasannya. Bila aturan berubah, klik lama dinilai ulang dan angka sebelumnya tetap dapat dijelaskan.",
    verdict: {
      human: "Manusia",
      humanText: "Orang yang membuka tautan di peramban atau di dalam aplikasi seperti Instagram dan TikTok.",
      bot: "Robot",
      botText: "Mesin pencari, pemantau situs, program unduhan, atau program yang menyamar sebagai peramban.",
      preview: "Pratinjau",
      previewText: "WhatsApp, Facebook, dan lainnya mengambil gambar serta judul untuk kartu di bawah pesan.",
      prefetch: "Ambil lebih dulu",
      prefetchText: "Peramban menyiapkan halaman sebelum ada yang mengetuk.",
      staff: "Petugas",
      staffText: "Perangkat petugas yang masuk, atau milik influencer pemilik tautan itu sendiri.",
      duplicate: "Berulang",
      duplicateText:
        "Orang yang sama, atau orang yang tidak dapat dibedakan darinya, membuka tautan yang sama lagi dalam setengah jam.",
      suspicious: "Mencurigakan",
      suspiciousText: "Terlalu sering dari satu tempat untuk ukuran manusia.",
    },
  },
  data: {
    title: "Data yang kami simpan",
    lead: "Kami menyimpan yang perlu untuk menghitung dengan jujur, dan tidak lebih. Tautan Gaung tidak memasang cookie pada pengunjungnya.",
    caption: "Data yang disimpan, untuk apa, dan berapa lama",
    howLong: "Disimpan",
    kept: {
      click: "Klik",
      clickWhy:
        "Waktu, tautan, nama peramban yang dikirim perangkat, ciri permintaannya, bahasa, negara, dan situs asal. Dipakai untuk menilai klik dan menilai ulang bila aturan membaik.",
      clickHowLong: "{{days}} hari",
      visitor: "Sidik pengunjung",
      visitorWhy:
        "Angka acak dari alamat dan keterangan peramban, dan satu lagi dari jaringannya, dibuat dengan kunci rahasia yang berganti setiap hari. Dipakai untuk menghitung pengunjung unik dan mengenali klik buatan.",
      visitorHowLong:
        "Kuncinya dimusnahkan setelah 2 hari; sejak itu sidik tidak dapat dikaitkan dengan siapa pun",
      address: "Alamat IP",
      addressWhy: "Dipakai sesaat untuk membuat sidik dan mengetahui negara, tanpa pernah ditulis.",
      addressHowLong: "Tidak disimpan",
      figures: "Angka per jam",
      figuresWhy:
        "Jumlah klik, pengunjung unik, dan pesanan per tautan. Tidak memuat keterangan tentang orang.",
      figuresHowLong: "Selama Gaung berjalan",
      order: "Pesanan",
      orderWhy:
        "Nomor, waktu, nilai, dan tautan atau kode yang membawanya. Nama, telepon, dan alamat pembeli tidak disimpan.",
      orderHowLong: "Selama diperlukan untuk pertanggungjawaban",
      account: "Akun",
      accountWhy:
        "Nama, surel, dan peran petugas serta influencer, dan catatan keputusan yang mereka ambil. Perangkat yang dipakai masuk diberi satu cookie bertanda, agar klik petugas dan klik influencer pada tautannya sendiri tidak dihitung sebagai pengunjung.",
      accountHowLong: "Selama akun dipakai, dan selama keputusan perlu dipertanggungjawabkan",
    },
  },
  country: {
    title: "Data negara",
    text: "Negara diperkirakan dari alamat IP dengan basis data terbuka {{name}} bertanggal {{day}}, yang dibaca di server kami sendiri. Perkiraan ini bisa keliru, terutama untuk jaringan seluler dan VPN.",
    licence: "Lisensi {{licence}}",
  },
  thanks: {
    title: "Berdiri di atas karya bersama",
    text: "Gaung dibangun dengan perangkat lunak sumber terbuka. Terima kasih kepada semua yang membuat dan merawatnya.",
    list: "Perangkat lunak dan data terbuka yang dipakai, dengan lisensinya",
  },
};
