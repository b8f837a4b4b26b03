export default {
  title: "Influencer",
};
