export default {
  title: "Pemberitahuan",
};
