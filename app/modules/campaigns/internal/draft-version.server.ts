import { sha256 } from "~/platform/secrets.server";
import type { BriefDraft } from "../brief.schemas";
import { canonical } from "../brief-changes";

/** A short name of a draft's content: two people who edit at once are told apart by it. */
export function draftVersion(draft: BriefDraft): string {
  return sha256(canonical(draft)).slice(0, 16);
}
