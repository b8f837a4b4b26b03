export default {
  title: "Klaim kampanye",
};
