import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Account",
} satisfies Translation<typeof id>;
