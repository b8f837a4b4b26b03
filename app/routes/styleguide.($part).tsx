import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { BellRing, ChartLine, Globe, ListChecks, Palette, Table2 } from "lucide-react";
import { languageOf } from "~/i18n.server";
import { themeOf } from "~/preferences.server";
import { AppShell, PublicShell } from "~/ui/shell";
import { Charts } from "~/ui/styleguide/charts";
import { Data } from "~/ui/styleguide/data";
import { Feedback } from "~/ui/styleguide/feedback-part";
import { Forms } from "~/ui/styleguide/forms";
import { Foundations } from "~/ui/styleguide/foundations";
import { PublicPart } from "~/ui/styleguide/public-part";
import { useOptimisticTheme } from "~/ui/theme";

/** The page brings its own shell, so that both shells can be seen. */
export const handle = { access: "public", shell: "own" };

export const meta = () => [{ title: "Sistem desain · Gaung" }, { name: "robots", content: "noindex" }];

const parts = ["", "forms", "feedback", "data", "charts", "public"];

/** For those who build Gaung. In production it does not exist, unless GAUNG_STYLEGUIDE=1 asks for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const hidden = process.env.NODE_ENV === "production" && process.env.GAUNG_STYLEGUIDE !== "1";
  if (hidden || !parts.includes(params.part ?? "")) {
    throw new Response(null, { status: 404 });
  }
  return { language: await languageOf(request), theme: themeOf(request), now: new Date() };
}

const nav = [
  { to: "/styleguide", label: "Dasar", icon: <Palette aria-hidden="true" />, end: true },
  { to: "/styleguide/forms", label: "Formulir", icon: <ListChecks aria-hidden="true" /> },
  { to: "/styleguide/feedback", label: "Kabar", icon: <BellRing aria-hidden="true" />, count: 3 },
  { to: "/styleguide/data", label: "Data", icon: <Table2 aria-hidden="true" /> },
  { to: "/styleguide/charts", label: "Grafik", icon: <ChartLine aria-hidden="true" /> },
  { to: "/styleguide/public", label: "Publik", icon: <Globe aria-hidden="true" /> },
];

export default function Styleguide() {
  const { language, theme: stored, now } = useLoaderData<typeof loader>();
  const { part } = useParams();
  const theme = useOptimisticTheme(stored);
  const shared = { brandTo: "/styleguide", language: { current: language }, theme };
  if (part === "public") {
    const links = nav.slice(0, 4).map(({ to, label }) => ({ to, label }));
    return (
      <PublicShell {...shared} nav={links} footerLinks={links}>
        <PublicPart />
      </PublicShell>
    );
  }
  return (
    <AppShell
      {...shared}
      nav={nav}
      user={{ name: "Siti Nur Aisyah", roleLabel: "Influencer" }}
      signOutAction="/preferences"
      demoNotice="Contoh: semua nama dan angka di halaman ini rekaan."
    >
      {part === "forms" ? <Forms now={now} /> : null}
      {part === "feedback" ? <Feedback now={now} /> : null}
      {part === "data" ? <Data /> : null}
      {part === "charts" ? <Charts now={now} /> : null}
      {part === undefined ? <Foundations /> : null}
    </AppShell>
  );
}
