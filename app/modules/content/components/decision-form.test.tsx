import { createRemixStub } from "@remix-run/testing";
import i18next from "i18next";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import ui from "~/ui/messages/id";
import content from "../messages/id";
import { DecisionForm } from "./decision-form";

const i18n = i18next.createInstance();
await i18n.use(initReactI18next).init({
  lng: "id",
  ns: ["ui", "content"],
  defaultNS: "ui",
  resources: { id: { ui, content } },
  interpolation: { escapeValue: false },
});

let box: HTMLElement;
let root: Root;
let sent: FormData[];

beforeEach(async () => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  sent = [];
  box = document.createElement("div");
  document.body.append(box);
  root = createRoot(box);
  const Stub = createRemixStub([
    {
      path: "/",
      Component: () => (
        <DecisionForm
          draftVersionId="0193a000-0000-7000-8000-000000000000"
          holdsChildren
          lastResult={undefined}
        >
          <p>Draf</p>
        </DecisionForm>
      ),
      action: async ({ request }) => {
        sent.push(await request.formData());
        return null;
      },
    },
  ]);
  await act(async () =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <Stub />
      </I18nextProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  box.remove();
});

function find<Kind extends Element>(selector: string): Kind {
  const element = box.querySelector<Kind>(selector);
  if (!element) throw new Error(`${selector} is not there`);
  return element;
}

const press = (selector: string) => act(async () => find<HTMLElement>(selector).click());
const choose = (outcome: string) => press(`input[name=outcome][value=${outcome}]`);
const tick = (name: string) => press(`input[name=${name}]`);
const submit = () => press("button[type=submit]");

// Rendering with router and forms takes its time on a busy machine.
describe("the decision", { timeout: 20_000 }, () => {
  it("is asked for when the button is pressed without one", async () => {
    await submit();
    expect(box.textContent).toContain(content.error.outcomeMissing);
    expect(sent).toEqual([]);
  });

  it("to approve waits for all three checks, and then goes", async () => {
    await choose("APPROVED");
    expect(find("button[type=submit]").textContent).toBe(content.review.submit.APPROVED);
    await submit();
    for (const text of Object.values(content.error.check)) expect(box.textContent).toContain(text);
    await tick("noIdentifiableInmate");
    await tick("noSecurityDetail");
    expect(box.textContent).toContain("2 dari 3");
    await submit();
    expect(sent).toEqual([]);
    await tick("disclosurePresent");
    await submit();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.get("outcome")).toBe("APPROVED");
  });

  it("to reject asks for the reason first", async () => {
    await choose("REJECTED");
    await submit();
    expect(box.textContent).toContain(content.error.commentMissing);
    expect(sent).toEqual([]);
  });

  it("reminds of the children where the institution holds some", () => {
    expect(box.textContent).toContain(content.review.children);
  });
});
