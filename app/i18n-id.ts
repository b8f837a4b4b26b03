import shell from "~/messages/id";
import campaigns from "~/modules/campaigns/messages/id";
import claims from "~/modules/claims/messages/id";
import content from "~/modules/content/messages/id";
import creators from "~/modules/creators/messages/id";
import fraud from "~/modules/fraud/messages/id";
import identity from "~/modules/identity/messages/id";
import impact from "~/modules/impact/messages/id";
import imports from "~/modules/imports/messages/id";
import institutions from "~/modules/institutions/messages/id";
import notifications from "~/modules/notifications/messages/id";
import products from "~/modules/products/messages/id";
import tracking from "~/modules/tracking/messages/id";
import ui from "~/ui/messages/id";

/** All texts in Indonesian, by namespace. */
export const idMessages = {
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
