import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { z } from "zod";
import { useForm } from "./use-form";

const schema = z.object({ name: z.string() });
/** A schema that ends in a transform: Conform cannot read what its fields are marked with. */
const tidied = schema.transform(({ name }) => ({ name: name.trim() }));

function Marked() {
  const [, fields] = useForm(schema, { id: "marked" });
  return <p>{String(fields.name.required)}</p>;
}

function Unmarked() {
  const [, fields] = useForm(tidied, { id: "unmarked", constraint: {} });
  return <p>{String(fields.name.required)}</p>;
}

function textOf(node: ReactNode): string | null {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  const box = document.createElement("div");
  const root = createRoot(box);
  act(() => root.render(node));
  const text = box.textContent;
  act(() => root.unmount());
  return text;
}

it("marks fields with what the schema says", () => {
  expect(textOf(<Marked />)).toBe("true");
});

it("marks nothing where nothing is wanted, and then takes any schema", () => {
  expect(textOf(<Unmarked />)).toBe("undefined");
});
