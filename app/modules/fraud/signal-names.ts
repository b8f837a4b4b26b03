import en from "./messages/en";
import id from "./messages/id";

/** What signals are called, for officers and in plain words for influencers: for texts of other modules. */
export const SIGNAL_NAMES = {
  id: { kind: id.kind, own: { plain: id.own.plain } },
  en: { kind: en.kind, own: { plain: en.own.plain } },
};
