import { describe, expect, it } from "vitest";
import { compose, escapeHtml, type Letter } from "./compose";

const t = (key: string, params?: Record<string, string | number>) =>
  params ? `${key}(${Object.values(params).join(",")})` : key;

const letter: Letter = {
  locale: "id",
  subject: "Halo",
  name: "Siti",
  paragraphs: ["Satu.", "Dua\nbaris."],
  button: { label: "Buka", url: "https://gaung.example/x?a=1&b=2" },
};

describe("compose", () => {
  it("says the same in plain text and in HTML, with the address in both", () => {
    const { text, html } = compose({ ...letter, note: "Catatan." }, t);
    for (const part of ["frame.greeting(Siti)", "Satu.", "Catatan.", "frame.footer"]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text).toContain("Buka:\nhttps://gaung.example/x?a=1&b=2\n");
    expect(html).toContain('href="https://gaung.example/x?a=1&amp;b=2"');
    expect(html).toContain("Dua<br>baris.");
    expect(html).toContain('<html lang="id">');
  });

  it("loads nothing from outside: no picture, no script, no stylesheet, no link but the button's", () => {
    const { html } = compose(letter, t);
    expect(html).not.toMatch(/<img|<script|<link|url\(|src=/i);
    const addresses = [...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(new Set(["https://gaung.example/x?a=1&amp;b=2"]));
  });

  it("takes what people wrote as text: no markup, and no header in a subject", () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const { subject, html } = compose(
      { ...letter, subject: "Satu\r\nBcc: korban@contoh.id", name: hostile, paragraphs: [hostile] },
      t,
    );
    expect(subject).toBe("Satu Bcc: korban@contoh.id");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });

  it("greets somebody without a name too", () => {
    expect(compose({ ...letter, name: null }, t).text).toMatch(/^frame\.greetingNoName\n/);
  });
});

describe("escapeHtml", () => {
  it("escapes what means something in text or in an attribute", () => {
    expect(escapeHtml(`a & b < c > d " e ' f`)).toBe("a &amp; b &lt; c &gt; d &quot; e &#39; f");
  });
});
