import type { Translate } from "~/kernel/app-error";

export type Letter = {
  locale: string;
  subject: string;
  /** Of the person; an invited one has none yet. */
  name: string | null;
  paragraphs: string[];
  button: { label: string; url: string };
  /** The last line above the footer, in small print. */
  note?: string;
};

/** The characters that mean something in HTML, for text and attribute values. */
export function escapeHtml(text: string): string {
  const named: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (char) => named[char] ?? char);
}

function plainText(letter: Letter, t: Translate): string {
  const { paragraphs, button, note } = letter;
  const parts = [
    greeting(letter, t),
    ...paragraphs,
    `${button.label}:\n${button.url}`,
    ...(note ? [note] : []),
  ];
  return `${parts.join("\n\n")}\n\n--\n${t("frame.footer")}\n`;
}

function greeting(letter: Letter, t: Translate): string {
  return letter.name ? t("frame.greeting", { name: letter.name }) : t("frame.greetingNoName");
}

const COLOURS = { ground: "#f6f2ea", sheet: "#ffffff", ink: "#1d2240", muted: "#5a5f7a", brand: "#27306b" };

function paragraph(html: string): string {
  return `<p style="margin:0 0 16px">${html.replaceAll("\n", "<br>")}</p>`;
}

/**
 * One column, system type, no pictures, nothing loaded from outside. Mail programs know no stylesheets, hence the
 * colours in place; they are those of the tokens in light.
 */
function html(letter: Letter, t: Translate): string {
  const { locale, subject, paragraphs, button, note } = letter;
  const url = escapeHtml(button.url);
  const small = `font-size:14px;color:${COLOURS.muted}`;
  const body = [greeting(letter, t), ...paragraphs].map((text) => paragraph(escapeHtml(text))).join("\n");
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:${COLOURS.ground};color:${COLOURS.ink};font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div role="article" lang="${locale}" style="max-width:560px;margin:0 auto;padding:28px 16px">
<p style="margin:0 0 16px;font-size:20px;font-weight:800;color:${COLOURS.brand}">Gaung</p>
<div style="background:${COLOURS.sheet};border-radius:14px;padding:28px 24px">
${body}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:${COLOURS.brand};color:${COLOURS.sheet};font-weight:700;text-decoration:none;padding:14px 22px;border-radius:10px">${escapeHtml(button.label)}</a></p>
<p style="margin:0 0 16px;${small}">${escapeHtml(t("frame.linkHint"))}<br><a href="${url}" style="color:${COLOURS.brand};word-break:break-all">${url}</a></p>
${note ? `<p style="margin:0;${small}">${escapeHtml(note)}</p>` : ""}
</div>
<p style="margin:20px 4px 0;${small}">${escapeHtml(t("frame.footer"))}</p>
</div>
</body>
</html>
`;
}

/** A letter as the two bodies of a mail. */
export function compose(letter: Letter, t: Translate): { subject: string; text: string; html: string } {
  // A line break in a subject would start a header of its own.
  const subject = letter.subject.replace(/\s+/g, " ").trim();
  return { subject, text: plainText(letter, t), html: html({ ...letter, subject }, t) };
}
