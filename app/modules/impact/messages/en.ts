import type { Translation } from "~/ui/messages/translation";
import type id from "./id";

export default {
  title: "Impact dashboard",
} satisfies Translation<typeof id>;
