import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Influencers",
} satisfies Translation<typeof id>;
