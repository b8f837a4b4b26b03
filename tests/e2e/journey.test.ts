import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from "vitest";
import { localDay } from "~/kernel/time";
import { inviteMember } from "~/modules/identity/commands/invite-member.server";
import { systemContext } from "~/modules/identity/context.server";
import { ensureRegions } from "~/modules/institutions/commands/ensure-regions.server";
import { registerInstitution } from "~/modules/institutions/commands/register-institution.server";
import { connectDb } from "~/platform/db.server";
import { type AppServer, startAppServer } from "../setup/app-server";
import { launchBrowser } from "../setup/browser";
import { actOn, scriptEnv } from "./act-on";
import { Person } from "./person";

/*
 * The main job, walked by three people and their visitors on the built product: the directorate invites an officer,
 * the officer publishes a brief, an influencer claims it, content is approved, people click, orders come in, and all
 * three see it on their dashboards. Each step stands on the one before it, so the tests of this file run in order.
 */

const run = promisify(execFile);
const PHONE =
  "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36";
const PASSWORD = "gula semut jahe merah";
const LAPAS = "/lapas/lapas-sidoarjo";

let app: AppServer;
let browser: Browser;
let directorate: Person;
let officer: Person;
let influencer: Person;
let visitor: Person;

const made = { link: "", coupon: "", claim: "", clickToken: "" };

beforeAll(async () => {
  app = await startAppServer({ serverUrl: inject("postgresUrl") });
  actOn(app);
  browser = await launchBrowser();
  directorate = await Person.arrive(browser, app.url);
  officer = await Person.arrive(browser, app.url);
  influencer = await Person.arrive(browser, app.url);
  // Headless Chromium calls itself so, and is rightly taken for a robot: the visitor carries a phone's agent.
  visitor = await Person.arrive(browser, app.url, { userAgent: PHONE });
});

// A step that stands on a broken one only adds noise.
let broken = false;
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  broken = true;
  await Promise.all([directorate, officer, influencer, visitor].map((person, index) => person?.fail(index)));
});
beforeEach(({ skip }) => skip(broken, "an earlier step failed"));

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The newest mail to the address, waited for: web writes the outbox, the worker sends. */
async function linkFromMail(to: string): Promise<string> {
  const folder = path.join(app.home, "mail");
  return vi.waitFor(
    async () => {
      for (const file of (await readdir(folder)).sort().reverse()) {
        const mail = (await readFile(path.join(folder, file), "utf8"))
          .replaceAll("=\r\n", "")
          .replaceAll("=3D", "=");
        if (!mail.includes(`To: ${to}`)) continue;
        const found = mail.match(/https?:\/\/\S+\/undangan\/[\w-]+/);
        if (found) return found[0];
      }
      throw new Error(`no mail to ${to} yet`);
    },
    { timeout: 20_000, interval: 200 },
  );
}

/** Makes the account that an invitation offers. */
async function accept(person: Person, link: string, name: string): Promise<void> {
  await person.go(link);
  await person.look(`undangan-${name.split(" ")[0]?.toLowerCase()}`);
  await person.page.getByLabel("Nama lengkap").fill(name);
  await person.page.locator('input[name="password"]').fill(PASSWORD);
  const consent = person.page.getByRole("checkbox").first();
  if (await consent.isVisible()) await consent.check();
  await person.page.getByRole("button", { name: "Terima dan masuk" }).click();
  await person.page.waitForURL((url) => !url.pathname.startsWith("/undangan"));
}

it("1. the directorate signs in and invites an officer by mail", async () => {
  const db = connectDb(app.databaseUrl, 2);
  try {
    const ctx = systemContext("journey", { db });
    await ensureRegions(ctx);
    const region = await db.region.findFirstOrThrow({ where: { name: "Jawa Timur" } });
    await registerInstitution(ctx, {
      name: "Lapas Kelas IIA Sidoarjo",
      kind: "LAPAS",
      class: "IIA",
      regionId: region.id,
      city: "Sidoarjo",
      whatsapp: "0812-3456-7890",
    });
    await inviteMember(ctx, { email: "direktorat@ditjenpas.test", role: "DIRECTORATE" });
  } finally {
    await db.$disconnect();
  }
  await directorate.go("/");
  await directorate.look("beranda");
  await directorate.go("/masuk");
  await directorate.look("masuk");
  await accept(directorate, await linkFromMail("direktorat@ditjenpas.test"), "Ratna Wijaya");

  await directorate.go("/admin/anggota");
  const { page } = directorate;
  await page.locator('input[name="email"]').fill("humas@lapas-sidoarjo.test");
  await page.getByRole("radio", { name: /Kepala UPT/ }).check();
  await page.locator('select[name="institutionId"]').selectOption({ label: "Lapas Kelas IIA Sidoarjo" });
  await page.getByRole("button", { name: "Kirim undangan" }).click();
  await page.getByText("Undangan dikirim ke humas@lapas-sidoarjo.test.").first().waitFor();
  await directorate.look("anggota");

  await accept(officer, await linkFromMail("humas@lapas-sidoarjo.test"), "Bagus Prasetyo");
});

it("2. the officer adds the flagship product with photo, listing and licences", async () => {
  const { page } = officer;
  await officer.go(LAPAS);
  await officer.look("lapas-kosong");
  await officer.go(`${LAPAS}/produk/baru`);
  await officer.look("produk-baru");
  await page.locator('input[name="name"]').fill("Kue Kacang Delta");
  await page.locator('select[name="kind"]').selectOption("FOOD");
  await page.getByLabel("Harga").fill("35000");
  await page.locator('input[name="unit"]').fill("toples 400 g");
  await page
    .locator('textarea[name="story"]')
    .fill(
      "Kue kacang renyah dari bengkel roti, dipanggang setiap pagi dengan kacang tanah pilihan dan mentega. " +
        "Resepnya disempurnakan bertahun-tahun, dan setiap toples disegel dengan rapi.",
    );
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await page.waitForURL(/\/produk\/[0-9a-f-]{36}/);
  await officer.alive();

  const cloth = await sharp({ create: { width: 1200, height: 900, channels: 3, background: "#c58a4a" } })
    .jpeg()
    .toBuffer();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "kue.jpg", mimeType: "image/jpeg", buffer: cloth });
  await page.getByText("Utama", { exact: true }).first().waitFor();

  await page.getByLabel("Nomor WhatsApp pemesanan").fill("0812-3456-7890");
  await page.getByRole("button", { name: "Simpan tempat membeli" }).click();
  await page.getByText("Tempat membeli disimpan.").first().waitFor();

  const year = new Date().getUTCFullYear() + 3;
  await addLicence("NIB", "1234567890123");
  await addLicence("PIRT", `2063515010012-${year % 100}`, `${year}-06-30`);
  await page.getByRole("button", { name: "Tayangkan" }).click();
  await page.getByText("Produk sekarang tayang.").first().waitFor();
  await page.getByRole("button", { name: "Jadikan produk unggulan" }).click();
  await page.getByText("Produk unggulan ditetapkan.").first().waitFor();
  await officer.look("produk-lengkap");
  await officer.go(`${LAPAS}/produk`);
  await officer.look("produk-daftar");
});

async function addLicence(kind: string, number: string, until?: string): Promise<void> {
  const { page } = officer;
  const form = page.locator("form", { has: page.locator('input[name="intent"][value="licence"]') }).last();
  if (!(await form.isVisible())) await page.getByText("Tambah izin").click();
  await form.locator('select[name="kind"]').selectOption(kind);
  await form.locator('input[name="number"]').fill(number);
  if (until) await form.locator('input[name="expiresOn"]').fill(until);
  await form.getByRole("button", { name: "Simpan izin" }).click();
  await page.getByText(number).first().waitFor();
}

it("3. the officer writes a brief and publishes it", async () => {
  const { page } = officer;
  const today = localDay(new Date(), "Asia/Jakarta");
  const inAMonth = localDay(new Date(Date.now() + 30 * 86_400_000), "Asia/Jakarta");
  await officer.go(`${LAPAS}/kampanye`);
  await officer.look("kampanye-kosong");
  await officer.go(`${LAPAS}/kampanye/baru`);
  await page.locator('select[name="productId"]').selectOption({ label: "Kue Kacang Delta" });
  await page.locator('input[name="title"]').fill("Kue kacang renyah untuk hampers akhir tahun");
  await page
    .locator('textarea[name="aim"]')
    .fill("Menjangkau keluarga muda Sidoarjo dan Surabaya sebelum akhir tahun.");
  await page
    .locator('textarea[name="message"]')
    .fill("Renyah, dipanggang pagi hari, dan setiap toples berarti.");
  await fillPieces();
  await page.getByRole("radio", { name: "#kerjasama" }).check();
  await page.locator('input[name="hashtags"]').fill("#KaryaWargaBinaan");
  await page.locator('input[name="slots"]').fill("2");
  await page.locator('input[name="opensOn"]').fill(today);
  await page.locator('input[name="closesOn"]').fill(inAMonth);
  await page.getByRole("radio", { name: "Persen dari penjualan" }).check();
  await page.getByLabel("Besar komisi").fill("10");
  await page.getByLabel("Masa atribusi").fill("7");
  await page.getByRole("radio", { name: "Halaman produk di Gaung" }).check();
  await officer.look("kampanye-formulir");
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await page.waitForURL(/\/kampanye\/[0-9a-f-]{36}/);
  await officer.alive();
  await page.getByRole("button", { name: "Terbitkan" }).first().click();
  await officer.look("kampanye-terbitkan");
  await page.getByRole("dialog").getByRole("button", { name: "Terbitkan" }).click();
  await page.getByText("Brief sudah terbit.").first().waitFor();
  await officer.look("kampanye-terbit");
});

async function fillPieces(): Promise<void> {
  const { page } = officer;
  if (!(await page.locator('select[name="deliverables[0].platform"]').isVisible())) {
    await page.getByRole("button", { name: "Tambah konten" }).click();
  }
  await page.locator('select[name="deliverables[0].platform"]').selectOption("INSTAGRAM");
  await page.locator('select[name="deliverables[0].format"]').selectOption("reel");
  await page.locator('input[name="deliverables[0].quantity"]').fill("1");
  await page.locator('input[name="deliverables[0].dueDays"]').fill("14");
}

it("4. an influencer signs up, finds the brief and claims it; the officer accepts", async () => {
  const { page } = influencer;
  await influencer.go("/daftar");
  await influencer.look("daftar");
  await page.getByLabel("Nama lengkap").fill("Dewi Lestari");
  await page.getByLabel("Alamat surel").fill("dewi@influencer.test");
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Buat akun" }).click();
  await page.waitForURL((url) => url.pathname !== "/daftar");

  await influencer.go("/profil");
  await page.getByLabel("Kota").fill("Sidoarjo");
  await page.locator('select[name$=".platform"]').first().selectOption("INSTAGRAM");
  await page.locator('input[name$=".handle"]').first().fill("dewi.cerita");
  await page.locator('input[name$=".followers"]').first().fill("1840");
  await influencer.look("profil");
  await page.getByRole("button", { name: "Simpan profil" }).click();
  await page.getByText("Profil tersimpan.").first().waitFor();

  await influencer.go("/brief");
  await influencer.look("papan-brief");
  await page
    .getByRole("link", { name: /Kue kacang renyah/ })
    .first()
    .click();
  await page.waitForURL(/\/brief\/.+/);
  await influencer.alive();
  await influencer.look("brief");
  await page
    .getByLabel("Pesan untuk Lapas")
    .fill("Pengikut saya keluarga muda di Sidoarjo yang sering mencari camilan buatan rumah.");
  await page.getByRole("button", { name: "Ambil kampanye" }).last().click();
  await page.getByText("Pengajuan terkirim.", { exact: false }).first().waitFor();

  await officer.go(`${LAPAS}/klaim`);
  await officer.look("klaim-masuk");
  await officer.page.getByRole("button", { name: "Terima" }).first().click();
  const dialog = officer.page.getByRole("alertdialog").or(officer.page.getByRole("dialog"));
  await dialog.getByRole("button", { name: "Terima" }).click();
  await officer.page.getByText("Tidak ada yang menunggu").first().waitFor();

  await influencer.go("/klaim");
  await influencer.look("klaim-saya");
  await page
    .getByRole("link", { name: /Kue kacang renyah/ })
    .first()
    .click();
  await page.waitForURL(/\/klaim\/[0-9a-f-]{36}/);
  made.claim = new URL(page.url()).pathname;
  const link = page.getByText(new RegExp(`${app.url}/r/[a-z0-9]+`)).first();
  await vi.waitFor(
    async () => {
      await influencer.go(made.claim);
      expect(await link.isVisible()).toBe(true);
    },
    { timeout: 20_000, interval: 500 },
  );
  made.link = (await link.textContent())?.match(/\/r\/[a-z0-9]+/)?.[0] ?? "";
  made.coupon = (await page.locator("main").innerText()).match(/Kode kupon\s+([A-Z0-9]+)/)?.[1] ?? "";
  expect(made.link).toMatch(/^\/r\/[a-z0-9]+$/);
  expect(made.coupon).toMatch(/^[A-Z0-9]+$/);
  await influencer.look("ruang-kerja");
});

it("5. a draft is sent, reviewed with the three checks, approved and goes live", async () => {
  const { page } = influencer;
  await page
    .getByRole("link", { name: /Kirim draf/ })
    .first()
    .click();
  await page.waitForURL(/\/konten\//);
  await influencer.alive();
  const frame = await sharp({ create: { width: 1080, height: 1350, channels: 3, background: "#7a2e2a" } })
    .png()
    .toBuffer();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "draf.png", mimeType: "image/png", buffer: frame });
  await page.getByAltText("Gambar 1 dari draf ini").waitFor();
  await page
    .getByLabel("Teks (caption)")
    .fill("#kerjasama Kue kacang renyah dari Lapas Sidoarjo, cocok untuk hampers. #KaryaWargaBinaan");
  await influencer.look("konten-draf");
  await page.getByRole("button", { name: "Kirim untuk ditinjau" }).click();
  await page.getByText("Draf terkirim.", { exact: false }).first().waitFor();

  await officer.go(`${LAPAS}/konten`);
  await officer.look("konten-antrean");
  await officer.page
    .getByRole("link", { name: /Tinjau|Reel Instagram/ })
    .last()
    .click();
  await officer.page.waitForURL(/\/konten\/[0-9a-f-]{36}/);
  await officer.alive();
  await officer.page.getByRole("radio", { name: /Setujui/ }).check();
  await officer.page.getByLabel(/Tidak ada warga binaan yang dapat dikenali/).check();
  await officer.page.getByLabel(/Tidak ada rincian keamanan/).check();
  await officer.page.getByRole("button", { name: "Setujui draf" }).click();
  await officer.page.getByText("Centang setelah memastikan pengungkapan iklan ada.").first().waitFor();
  await officer.page.getByLabel(/Pengungkapan iklan ada/).check();
  await officer.look("konten-tinjau");
  await officer.page.getByRole("button", { name: "Setujui draf" }).click();
  await officer.page.getByText("Draf disetujui.", { exact: false }).first().waitFor();

  await influencer.go(new URL(page.url()).pathname);
  await page.getByLabel(/Tautan unggahan/).fill("https://www.instagram.com/reel/C8gAuNg2026/");
  await page.getByRole("button", { name: "Simpan tautan" }).click();
  await page.getByText("Konten Anda sudah tayang").first().waitFor();
  await influencer.look("konten-tayang");
});

it("6. people click, a messenger previews, a robot crawls, and each is told from the other", async () => {
  await visitor.page.goto(made.link);
  await visitor.page.waitForURL(/\/p\/.+gaung_click=/);
  made.clickToken = new URL(visitor.page.url()).searchParams.get("gaung_click") ?? "";
  await visitor.alive();
  await visitor.page.getByRole("heading", { level: 1, name: "Kue Kacang Delta" }).waitFor();
  await visitor.look("produk-publik");
  await visitor.go("/produk");
  await visitor.look("katalog");

  const instagram =
    "Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 334.0.0.42.95 Android";
  expect((await click({ "user-agent": instagram })).status).toBe(302);
  const preview = await click({ "user-agent": "WhatsApp/2.23.20.0" });
  expect(preview.status).toBe(200);
  const html = await preview.text();
  expect(html).toContain('property="og:title"');
  expect(html).toMatch(/property="og:image" content="https?:\/\//);
  expect(
    (
      await click({
        "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      })
    ).status,
  ).toBe(302);
  expect((await click({ "user-agent": instagram }, "HEAD")).status).toBe(302);
  expect((await click({ "user-agent": instagram, "sec-purpose": "prefetch" })).status).toBe(503);
  const unknown = await fetch(`${app.url}/r/tidakada`, { redirect: "manual" });
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get("location")).toBeNull();
  await visitor.page.goto("/r/tidakada");
  await visitor.look("tautan-tidak-ada");
});

function click(headers: Record<string, string>, method = "GET"): Promise<Response> {
  return fetch(app.url + made.link, { method, headers, redirect: "manual" });
}

it("7. an order arrives from the shop, another is entered by the officer, and a repeated call changes nothing", async () => {
  const { stdout } = await run(
    "npx",
    [
      "tsx",
      "scripts/api-key.ts",
      "create",
      "--institution",
      "lapas-sidoarjo",
      "--scope",
      "conversions:write",
      "--scope",
      "stats:read",
    ],
    { env: scriptEnv(app) },
  );
  const key = stdout.match(/gk_\S+/)?.[0] ?? "";
  const order = () =>
    fetch(`${app.url}/api/v1/conversions`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": "order-1",
      },
      body: JSON.stringify({
        orderId: "INV-1",
        clickId: made.clickToken,
        amountRupiah: 70_000,
        status: "confirmed",
      }),
    });
  const first = await order();
  const body = await first.json();
  expect(first.status, JSON.stringify(body)).toBe(201);
  expect(await (await order()).json()).toEqual(body);

  const stats = () =>
    fetch(`${app.url}/api/v1/links/${made.link.slice(3)}/stats`, {
      headers: { authorization: `Bearer ${key}` },
    }).then((answer) => answer.json() as Promise<unknown>);
  await vi.waitFor(
    async () =>
      expect(await stats()).toMatchObject({
        // HEAD and prefetch are counted raw, and as robots: nobody came by them.
        clicks: { raw: 6, human: 2, unique: 2, bot: 4 },
        conversions: { count: 1, value: 70_000 },
      }),
    { timeout: 20_000, interval: 300 },
  );

  const { page } = officer;
  await officer.go(`${LAPAS}/konversi/baru`);
  await page.getByRole("radio", { name: /WhatsApp/ }).check();
  await page.getByLabel("Nomor pesanan atau nota").fill("WA-2026-001");
  await page.getByLabel("Nilai penjualan").fill("105.000");
  await page.getByLabel("Kode kupon yang disebut pembeli").fill(made.coupon);
  await page.getByRole("radio", { name: "Sudah dibayar" }).check();
  await officer.look("penjualan-baru");
  await page.getByRole("button", { name: "Simpan penjualan" }).click();
  await page.getByText("Penjualan dicatat.").first().waitFor();
  await officer.look("penjualan-rincian");
  await officer.go(`${LAPAS}/konversi`);
  await officer.look("penjualan-daftar");
});

it("8. the worker has counted: influencer, Lapas and directorate see the same figures", async () => {
  await influencer.go("/dasbor/saya");
  await influencer.look("dasbor-influencer");
  expect(await influencer.page.locator("main").innerText()).toMatch(/Rp\s?17\.500/);
  await officer.go(LAPAS);
  await officer.look("dasbor-lapas");
  expect(await officer.page.locator("main").innerText()).toMatch(/Rp\s?175\.000/);
  await directorate.go("/dasbor");
  await directorate.page.waitForURL("**/dasbor/nasional");
  await directorate.alive();
  await directorate.look("dasbor-nasional");
  expect(await directorate.page.locator("main").innerText()).toMatch(/Rp\s?175\.000/);
});

it("9. no browser complained on the way", () => {
  expect([directorate, officer, influencer].flatMap((person) => person.complaints)).toEqual([]);
  // The one page that is not found answers 404, which a browser reports as an error of its own.
  expect(visitor.complaints.filter((text) => !text.includes("404"))).toEqual([]);
});
