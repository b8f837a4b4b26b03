import { useRouteLoaderData } from "@remix-run/react";
import {
  BarChart3,
  Building2,
  ClipboardCheck,
  FileSpreadsheet,
  HandHeart,
  HeartPulse,
  Info,
  KeyRound,
  Map as MapIcon,
  Megaphone,
  Package,
  Plug,
  ReceiptText,
  Scale,
  ScanSearch,
  ShieldQuestion,
  Sparkles,
  Store,
  UserRound,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { NavKey, NavLine } from "~/navigation.server";
import type { RootData } from "~/root-data";
import { ButtonLink } from "~/ui/button";
import { AppShell, PublicShell } from "~/ui/shell";

const ICONS: Record<NavKey, ReactNode> = {
  dashboard: <BarChart3 aria-hidden />,
  board: <Megaphone aria-hidden />,
  claims: <ClipboardCheck aria-hidden />,
  profile: <Sparkles aria-hidden />,
  products: <Package aria-hidden />,
  campaigns: <Megaphone aria-hidden />,
  applications: <HandHeart aria-hidden />,
  content: <ScanSearch aria-hidden />,
  conversions: <ReceiptText aria-hidden />,
  reviews: <ShieldQuestion aria-hidden />,
  imports: <FileSpreadsheet aria-hidden />,
  ownReports: <FileSpreadsheet aria-hidden />,
  linkHealth: <HeartPulse aria-hidden />,
  members: <Users aria-hidden />,
  apiKeys: <KeyRound aria-hidden />,
  sources: <Plug aria-hidden />,
  region: <MapIcon aria-hidden />,
  institutions: <Building2 aria-hidden />,
  recounts: <Scale aria-hidden />,
  catalogue: <Store aria-hidden />,
  account: <UserRound aria-hidden />,
  about: <Info aria-hidden />,
};

/** The frame around every page: the signed-in person's own navigation, or the public one. */
export function RootShell({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<RootData>("root");
  const { t, i18n } = useTranslation(["shell", "ui", "identity"]);
  const language = { current: root?.language ?? i18n.language };
  const theme = root?.theme ?? "system";
  const navigation = root?.navigation;
  if (!navigation) {
    return (
      <PublicShell
        brandTo="/"
        language={language}
        theme={theme}
        nav={[{ to: "/produk", label: t("shell:nav.catalogue") }]}
        footerLinks={[
          { to: "/produk", label: t("shell:nav.catalogue") },
          { to: "/tentang", label: t("shell:nav.about") },
        ]}
        demoNotice={root?.demo ? t("shell:demo") : undefined}
        actions={
          <ButtonLink to="/masuk" size="sm">
            {t("ui:shell.signIn")}
          </ButtonLink>
        }
      >
        {children}
      </PublicShell>
    );
  }
  const toItem = (line: NavLine) => ({
    ...line,
    label: t(`shell:nav.${line.key}`),
    shortLabel: line.key === "reviews" ? t("shell:navShort.reviews") : undefined,
    icon: ICONS[line.key],
  });
  const { name, role, place } = navigation.user;
  const roleName = role ? t(`identity:role.${role}`) : "";
  return (
    <AppShell
      brandTo={navigation.home}
      language={language}
      theme={theme}
      nav={navigation.lines.map(toItem)}
      secondaryNav={navigation.secondary.map(toItem)}
      user={{ name, roleLabel: place ? `${roleName} · ${place}` : roleName }}
      signOutAction="/keluar"
      demoNotice={navigation.demo ? t("shell:demo") : undefined}
    >
      {children}
    </AppShell>
  );
}
