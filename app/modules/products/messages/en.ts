import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Products",
} satisfies Translation<typeof id>;
