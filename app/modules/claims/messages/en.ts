import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Campaign claims",
} satisfies Translation<typeof id>;
