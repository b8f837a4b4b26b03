export default {
  title: "Tautan dan konversi",
};
