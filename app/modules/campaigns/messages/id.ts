export default {
  title: "Kampanye",
};
