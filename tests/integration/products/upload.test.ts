import { describe, expect, it } from "vitest";
import { parseUpload } from "~/platform/http/upload.server";

const limits = { maxFiles: 2, maxFileBytes: 1000 };

function post(form: FormData): Request {
  return new Request("http://localhost/unggah", { method: "POST", body: form });
}

function withFiles(...sizes: number[]): FormData {
  const form = new FormData();
  form.set("alt", "Roti hangat");
  sizes.forEach((size, index) => {
    form.append("photo", new File([Buffer.alloc(size, 65)], `foto-${index}.jpg`, { type: "image/jpeg" }));
  });
  return form;
}

describe("parseUpload", () => {
  it("reads files and fields", async () => {
    const { files, fields } = await parseUpload(post(withFiles(10, 1000)), limits);
    expect(files.map((file) => [file.field, file.name, file.bytes.length])).toEqual([
      ["photo", "foto-0.jpg", 10],
      ["photo", "foto-1.jpg", 1000],
    ]);
    expect(fields.get("alt")).toBe("Roti hangat");
  });

  it("leaves out a file field that was not used", async () => {
    const form = new FormData();
    form.append("photo", new File([], ""));
    expect((await parseUpload(post(form), limits)).files).toEqual([]);
  });

  it.each([
    ["a file too large", withFiles(1001)],
    ["a file too many", withFiles(1, 1, 1)],
  ])("refuses %s", async (_name, form) => {
    await expect(parseUpload(post(form), limits)).rejects.toMatchObject({ code: "too_large" });
  });

  it("refuses by the declared length before reading", async () => {
    const request = post(withFiles(10));
    request.headers.set("Content-Length", "900000000");
    await expect(parseUpload(request, limits)).rejects.toMatchObject({ code: "too_large" });
  });

  it("stops a body without end that declares nothing", async () => {
    let sent = 0;
    const head = '--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n';
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      pull: (controller) => {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request("http://localhost/unggah", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
      body,
      duplex: "half",
    } as RequestInit);
    await expect(parseUpload(request, limits)).rejects.toMatchObject({ code: "too_large" });
    expect(sent).toBeLessThan(4 * 1024 * 1024);
  });

  it("refuses what was cut off", async () => {
    const request = new Request("http://localhost/unggah", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
      body: '--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nabc',
    });
    await expect(parseUpload(request, limits)).rejects.toMatchObject({ code: "malformed" });
  });

  it.each(["application/json", "multipart/form-data", "text/html"])("refuses %s", async (type) => {
    const request = new Request("http://localhost/unggah", {
      method: "POST",
      headers: { "Content-Type": type },
      body: "x",
    });
    await expect(parseUpload(request, limits)).rejects.toMatchObject({
      code: expect.stringMatching(/unsupported_media|malformed/),
    });
  });

  it("keeps only the last part of a name", async () => {
    const request = new Request("http://localhost/unggah", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
      body: '--x\r\nContent-Disposition: form-data; name="photo"; filename="../../etc/passwd"\r\n\r\nabc\r\n--x--\r\n',
    });
    expect((await parseUpload(request, limits)).files[0]?.name).toBe("passwd");
  });
});
