import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Links and conversions",
} satisfies Translation<typeof id>;
