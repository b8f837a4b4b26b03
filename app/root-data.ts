import type { Navigation } from "~/navigation.server";
import type { Theme } from "~/ui/theme";

/** What the root's loader gives to the frame around every page. */
export type RootData = {
  language: string;
  theme: Theme;
  navigation: Navigation | null;
  demo: boolean;
};
