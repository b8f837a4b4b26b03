import en from "./messages/en";
import id from "./messages/id";

/** The names of roles, and of the nation as a place, in each language: for texts of other modules that name them. */
export const ROLE_NAMES = {
  id: { role: id.role, place: id.place },
  en: { role: en.role, place: en.place },
};
