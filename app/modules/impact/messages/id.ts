export default {
  title: "Dasbor dampak",
};
