import { beforeEach, describe, expect, it } from "vitest";
import { requireAnonymous } from "~/modules/identity/anonymous-only.server";
import { openSession } from "~/modules/identity/commands/open-session.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import { requireContext } from "~/modules/identity/request-context.server";
import { sessionCookie } from "~/modules/identity/session-cookie.server";
import { anOfficer, type Officer } from "../../factories/identity";
import { useDatabase } from "../../setup/database";
import { aPlace, DEVICE, type Place, system } from "./world";

useDatabase({ resetEach: true });

let sidoarjo: Place;
let malang: Place;
let makassar: Place;

beforeEach(async () => {
  sidoarjo = await aPlace("Lapas Sidoarjo");
  malang = await aPlace("Lapas Malang");
  makassar = await aPlace("Lapas Makassar", "Sulawesi Selatan");
});

async function requestOf(
  officer: Officer | null,
  address = "http://gaung.example/lapas/x",
  init: RequestInit = {},
) {
  const headers = new Headers(init.headers);
  if (officer) {
    const token = await openSession(system(), { userId: officer.userId, device: DEVICE });
    headers.set("Cookie", sessionCookie(token).split(";")[0] ?? "");
  }
  return new Request(address, { ...init, headers });
}

describe("requireInstitution", () => {
  it("lets each reach the institutions of their scope and no others", async () => {
    const humas = await anOfficer(system(), { role: "LAPAS_PR", institutionId: sidoarjo.institutionId });
    const kanwil = await anOfficer(system(), { role: "KANWIL", regionId: sidoarjo.regionId });
    const directorate = await anOfficer(system(), { role: "DIRECTORATE" });
    const reached = async (officer: Officer) => {
      const request = await requestOf(officer);
      const places = [sidoarjo, malang, makassar].map(({ slug }) =>
        requireInstitution(request, slug, "campaign.read").then(
          ({ institution }) => institution.slug,
          (error: { code: string }) => error.code,
        ),
      );
      return Promise.all(places);
    };
    expect(await reached(humas)).toEqual(["lapas-sidoarjo", "forbidden", "forbidden"]);
    expect(await reached(kanwil)).toEqual(["lapas-sidoarjo", "lapas-malang", "forbidden"]);
    expect(await reached(directorate)).toEqual(["lapas-sidoarjo", "lapas-malang", "lapas-makassar"]);
    const request = await requestOf(kanwil);
    await expect(requireInstitution(request, sidoarjo.slug, "campaign.edit")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(requireInstitution(request, "lapas-antah", "campaign.read")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("gives what the pages need of the institution", async () => {
    const humas = await anOfficer(system(), { role: "LAPAS_PR", institutionId: sidoarjo.institutionId });
    const { institution, ctx } = await requireInstitution(
      await requestOf(humas),
      sidoarjo.slug,
      "institution.read",
    );
    expect(institution).toEqual({
      id: sidoarjo.institutionId,
      slug: "lapas-sidoarjo",
      name: "Lapas Sidoarjo",
      regionId: sidoarjo.regionId,
      timeZone: "Asia/Jakarta",
      isDemo: false,
    });
    expect(ctx.actor).toMatchObject({ kind: "user", userId: humas.userId });
  });
});

describe("signing in on the way", () => {
  const locationOf = async (work: Promise<unknown>) => {
    const thrown = await work.catch((error: unknown) => error);
    return thrown instanceof Response ? thrown.headers.get("Location") : thrown;
  };

  it.each([
    ["http://gaung.example/klaim/1?tab=a", "/klaim/1?tab=a"],
    ["http://gaung.example/klaim/1.data?tab=a&_routes=x", "/klaim/1?tab=a"],
    ["http://gaung.example/_root.data", "/"],
  ])("brings somebody back to %s", async (address, target) => {
    const work = requireContext(await requestOf(null, address), "account.own");
    expect(await locationOf(work)).toBe(`/masuk?ke=${encodeURIComponent(target)}`);
  });

  it("does not bring anybody back into the middle of a form", async () => {
    const request = await requestOf(null, "http://gaung.example/akun", { method: "POST" });
    expect(await locationOf(requireContext(request, "account.own"))).toBe("/masuk?ke=%2F");
  });

  it("sends who is signed in on from pages for those who are not", async () => {
    const humas = await anOfficer(system(), { role: "LAPAS_PR", institutionId: sidoarjo.institutionId });
    expect(await locationOf(requireAnonymous(await requestOf(humas)))).toBe("/dasbor");
    expect(await requireAnonymous(await requestOf(null))).toMatchObject({ actor: { kind: "anonymous" } });
  });
});
