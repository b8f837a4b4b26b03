import shell from "~/messages/en";
import campaigns from "~/modules/campaigns/messages/en";
import claims from "~/modules/claims/messages/en";
import content from "~/modules/content/messages/en";
import creators from "~/modules/creators/messages/en";
import fraud from "~/modules/fraud/messages/en";
import identity from "~/modules/identity/messages/en";
import impact from "~/modules/impact/messages/en";
import imports from "~/modules/imports/messages/en";
import institutions from "~/modules/institutions/messages/en";
import notifications from "~/modules/notifications/messages/en";
import products from "~/modules/products/messages/en";
import tracking from "~/modules/tracking/messages/en";
import ui from "~/ui/messages/en";

/** All texts in English, by namespace. */
export const enMessages = {
  ui,
  shell,
  institutions,
  identity,
  creators,
  products,
  campaigns,
  claims,
  content,
  tracking,
  imports,
  fraud,
  impact,
  notifications,
};
