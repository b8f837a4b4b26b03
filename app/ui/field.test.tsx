import i18next from "i18next";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CheckboxGroupField, PasswordField, RupiahField, TextAreaField, TextField } from "./field";
import { messageWith } from "./message";
import ui from "./messages/id";
import { digitsOf } from "./rupiah-field";

const i18n = i18next.createInstance();
await i18n.use(initReactI18next).init({
  lng: "id",
  ns: ["ui"],
  defaultNS: "ui",
  resources: { id: { ui } },
  interpolation: { escapeValue: false },
});

const meta = {
  id: "brief-name",
  name: "name",
  formId: "brief",
  errorId: "brief-name-error",
  descriptionId: "brief-name-description",
};

let box: HTMLElement;
let root: Root;

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  box = document.createElement("form");
  box.id = "brief";
  document.body.append(box);
  root = createRoot(box);
});

afterEach(() => {
  act(() => root.unmount());
  box.remove();
});

function render(node: ReactNode) {
  act(() => root.render(<I18nextProvider i18n={i18n}>{node}</I18nextProvider>));
}

function find<Kind extends Element>(selector: string): Kind {
  const element = box.querySelector<Kind>(selector);
  if (!element) throw new Error(`${selector} is not there`);
  return element;
}

function type(input: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const prototype = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const descriptor = Object.getOwnPropertyDescriptor(prototype.prototype, "value");
  act(() => {
    descriptor?.set?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

describe("a bound field", () => {
  it("translates its errors, once each, and points to them", () => {
    const tooShort = messageWith("ui:field.tooShort", { min: 4 });
    render(
      <TextField
        meta={{ ...meta, errors: [tooShort, tooShort, "ui:field.invalid"] }}
        label="Nama"
        hint="Singkat"
      />,
    );
    const input = find<HTMLInputElement>("input");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.getAttribute("aria-describedby")).toBe("brief-name-error brief-name-description");
    const errors = [...find("#brief-name-error").querySelectorAll("p")].map((line) => line.textContent);
    expect(errors).toEqual([
      "Isi paling sedikit 4 karakter.",
      "Isian ini belum benar. Mohon periksa kembali.",
    ]);
  });

  it("shows a text that is no key as it is", () => {
    render(<TextField meta={{ ...meta, errors: ["Kode ini sudah dipakai: coba lagi"] }} label="Nama" />);
    expect(find("#brief-name-error").textContent).toBe("Kode ini sudah dipakai: coba lagi");
  });

  it("marks what may stay empty, and says nothing where it is not known", () => {
    render(<TextField meta={{ ...meta, required: false }} label="Nama" />);
    expect(find("label").textContent).toBe("Nama(opsional)");
    render(<TextField meta={meta} label="Nama" />);
    expect(find("label").textContent).toBe("Nama");
  });

  it("keeps what was chosen in a group", () => {
    const options = ["tiktok", "instagram", "youtube"].map((value) => ({ value, label: value }));
    render(
      <CheckboxGroupField
        meta={{ ...meta, initialValue: ["tiktok", "youtube"] }}
        label="Tempat"
        options={options}
      />,
    );
    const ticked = [...box.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => input.value);
    expect(ticked).toEqual(["tiktok", "youtube"]);
  });
});

describe("TextAreaField", () => {
  it("counts while one types", () => {
    render(<TextAreaField meta={{ ...meta, maxLength: 10 }} label="Cerita" />);
    type(find<HTMLTextAreaElement>("textarea"), "dua belas hrf");
    expect(box.textContent).toContain("13 dari 10 karakter");
  });
});

describe("PasswordField", () => {
  it("shows and hides what is typed", () => {
    render(<PasswordField meta={meta} label="Kata sandi" />);
    const button = find<HTMLButtonElement>("button");
    expect(find<HTMLInputElement>("input").type).toBe("password");
    act(() => button.click());
    expect(find<HTMLInputElement>("input").type).toBe("text");
    expect(button.getAttribute("aria-label")).toBe("Sembunyikan kata sandi");
  });
});

describe("RupiahField", () => {
  it("shows groups, submits digits, and tells the form", () => {
    const heard: string[] = [];
    box.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name) heard.push(event.target.value);
    });
    render(<RupiahField meta={{ ...meta, initialValue: "45000" }} label="Harga" />);
    const shown = find<HTMLInputElement>("#brief-name");
    expect(shown.value).toBe("45.000");
    type(shown, "Rp 1.250.000abc");
    expect(shown.value).toBe("1.250.000");
    expect(find<HTMLInputElement>("input[name=name]").value).toBe("1250000");
    expect(heard).toEqual(["1250000"]);
  });

  it("takes nothing but digits", () => {
    expect(digitsOf("Rp 0012.500,-")).toBe("12500");
    expect(digitsOf("")).toBe("");
    expect(digitsOf("0")).toBe("0");
  });
});
