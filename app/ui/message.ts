import { useTranslation } from "react-i18next";

export type MessageParams = Record<string, string | number>;

/**
 * A message key with parameters as one string, for places that hold only strings (zod issues, cookies):
 * `messageWith("ui:field.tooLong", { max: 80 })` gives `ui:field.tooLong|{"max":80}`.
 */
export function messageWith(key: string, params: MessageParams): string {
  return `${key}|${JSON.stringify(params)}`;
}

/** Takes apart what `messageWith` put together. A text without parameters comes back as the key alone. */
export function parseMessage(text: string): { key: string; params: MessageParams } {
  const bar = text.indexOf("|{");
  if (bar < 0) return { key: text, params: {} };
  return { key: text.slice(0, bar), params: JSON.parse(text.slice(bar + 1)) as MessageParams };
}

type LooseTranslate = (key: string, params?: MessageParams) => string;

/**
 * Translates keys that are known only at run time (`"campaigns:error.titleShort"`, with parameters as
 * `messageWith` writes them). A text that is no key (no namespace, or blanks in it) is shown as it is.
 */
export function useMessage(): (text: string, params?: MessageParams) => string {
  const { i18n } = useTranslation();
  const translate = i18n.t as LooseTranslate;
  return (text, params) => {
    const parsed = parseMessage(text);
    if (!/^[a-z]+:[\w.-]+$/i.test(parsed.key)) return text;
    return translate(parsed.key, { ...parsed.params, ...params });
  };
}
