import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "~/kernel/app-error";
import { formAction } from "./form.server";
import { guarded } from "./route.server";

const schema = z.object({ title: z.string({ error: "x:title" }).min(3, "x:short"), password: z.string() });

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const good = { intent: "save", title: "Sambal", password: "rahasia-sekali" };

/** What the browser gets back: conform's result and the status. */
async function answer(fields: Record<string, string>, run: () => Promise<Response>) {
  const result = await formAction(formOf(fields), schema, run);
  if (result instanceof Response) return { response: result };
  return { status: result.init?.status, reply: result.data };
}

const refuse = (error: AppError) => () => Promise.reject(error);

describe("formAction", () => {
  it("gives the command what the schema read, and its answer to the browser", async () => {
    const result = await formAction(formOf(good), schema, async (input, form) => ({
      input,
      intent: form.get("intent"),
    }));
    expect(result).toEqual({ input: { title: "Sambal", password: good.password }, intent: "save" });
  });

  it("gives faulty input back with what was typed, but never a password", async () => {
    const { status, reply } = await answer({ ...good, title: "S" }, async () => new Response());
    expect(status).toBe(422);
    expect(reply).toMatchObject({ status: "error", error: { title: ["x:short"] } });
    expect(reply?.initialValue).toEqual({ intent: "save", title: "S" });
  });

  it("puts an AppError's fields at the fields and its own sentence above the form", async () => {
    const error = new AppError("conflict", "log", {
      message: { key: "x:full", params: { slots: 3 } },
      fields: { title: [{ key: "x:taken" }] },
    });
    const { status, reply } = await answer(good, refuse(error));
    expect(status).toBe(409);
    expect(reply?.error).toEqual({ "": ['x:full|{"slots":3}'], title: ["x:taken"] });
    expect(JSON.stringify(reply)).not.toContain(good.password);
  });

  it("leaves out the general sentence where a field says it better, and says it where none does", async () => {
    const fields = { title: [{ key: "x:taken" }] };
    const atField = await answer(good, refuse(new AppError("conflict", "log", { fields })));
    expect(atField.reply?.error).toEqual({ title: ["x:taken"] });
    const alone = await answer(good, refuse(new AppError("conflict", "log")));
    expect(alone.reply?.error).toEqual({ "": ["ui:errors.conflict"] });
  });

  it.each(["unauthenticated", "forbidden", "not_found"] as const)(
    "throws %s for the error page",
    async (code) => {
      const thrown = await answer(good, refuse(new AppError(code, "log"))).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(Response);
      expect(await (thrown as Response).json()).toEqual({ code, message: { key: `ui:errors.${code}` } });
    },
  );

  it("lets a fault of the program through as it is", async () => {
    const fault = new TypeError("broken");
    await expect(answer(good, () => Promise.reject(fault))).rejects.toBe(fault);
  });
});

describe("guarded", () => {
  it("answers an AppError with its status, and when to come back", async () => {
    const loader = guarded(async () => {
      throw new AppError("too_many", "log", { retryAfterSeconds: 90 });
    });
    const response = (await loader({}).catch((error: unknown) => error)) as Response;
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBe("90");
    expect(await response.json()).toEqual({
      code: "too_many",
      message: { key: "ui:errors.too_many" },
      retryAfterSeconds: 90,
    });
  });

  it("leaves results, redirects and faults alone", async () => {
    expect(await guarded(async (count: number) => count + 1)(1)).toBe(2);
    const redirect = new Response(null, { status: 302 });
    await expect(guarded(() => Promise.reject(redirect))({})).rejects.toBe(redirect);
    const fault = new Error("broken");
    await expect(guarded(() => Promise.reject(fault))({})).rejects.toBe(fault);
  });
});
