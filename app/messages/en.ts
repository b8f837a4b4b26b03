import type id from "./id";

export default {
  nav: {
    dashboard: "Dashboard",
    board: "Briefs",
    claims: "My claims",
    profile: "Profile",
    products: "Products",
    campaigns: "Campaigns",
    applications: "Claims",
    content: "Content",
    conversions: "Sales",
    reviews: "Reviews",
    imports: "Import reports",
    ownReports: "Affiliate reports",
    linkHealth: "Link health",
    members: "Members",
    apiKeys: "API keys",
    sources: "Shop connections",
    region: "Regional dashboard",
    institutions: "Units",
    catalogue: "Catalogue",
    account: "Account",
    about: "About Gaung",
  },
  demo: "Sample data: all people, figures and orders here are for demonstration.",
  openDashboard: "Open dashboard",
} satisfies typeof id;
