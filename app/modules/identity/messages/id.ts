export default {
  title: "Akun",
};
