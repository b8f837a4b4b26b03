/**
 * Whether a site's robots.txt (RFC 9309) lets an agent ask for a path: the group that names the agent, or else the one
 * for all; in it the longest rule that fits, and of equals the one that allows.
 * @param product the agent's name without its version, in lower case
 */
export function mayAsk(robotsTxt: string, product: string, path: string): boolean {
  const groups = readGroups(robotsTxt);
  const own = groups.filter(({ agents }) => agents.includes(product));
  const rules = (own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"))).flatMap(
    (group) => group.rules,
  );
  let best = { length: -1, allow: true };
  for (const { allow, pattern } of rules) {
    if (pattern === "" || !fits(pattern, path)) continue;
    if (pattern.length > best.length || (pattern.length === best.length && allow)) {
      best = { length: pattern.length, allow };
    }
  }
  return best.allow;
}

type Group = { agents: string[]; rules: { allow: boolean; pattern: string }[] };

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = "", value = ""] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === "user-agent") {
      // Several names in a row share the rules that follow.
      if (!open || open.rules.length > 0) {
        open = { agents: [], rules: [] };
        groups.push(open);
      }
      open.agents.push(value.trim().toLowerCase());
    } else if ((key === "allow" || key === "disallow") && open) {
      open.rules.push({ allow: key === "allow", pattern: value.trim() });
    }
  }
  return groups;
}

/** `*` is any text, `$` at the end is the end. Matched piece by piece: no pattern of a stranger's becomes a RegExp. */
function fits(pattern: string, path: string): boolean {
  const atEnd = pattern.endsWith("$");
  const pieces = (atEnd ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const last = index === rest.length - 1;
    const found: number = atEnd && last ? Math.max(path.length - piece.length, at) : path.indexOf(piece, at);
    if (found < 0 || !path.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return !atEnd || at === path.length;
}
