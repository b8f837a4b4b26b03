export default {
  title: "Lembaga",
};
