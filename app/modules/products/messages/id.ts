export default {
  title: "Produk",
};
