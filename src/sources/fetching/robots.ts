/** One line of a group that concerns us: whether paths of this pattern may be asked for. */
type Rule = { allow: boolean; pattern: string };

/** Robots.txt as it concerns one robot (RFC 9309). */
export type Robots = readonly Rule[];

/** What has to be read at least of a robots.txt; what stands behind is passed over. */
export const robotsBytes = 512 * 1024;

/** The rules of the groups that name `robot`, of all of them together; else those for everybody ("*"). Lines that are none are passed over. */
export function parseRobots(text: string, robot: string): Robots {
  const own: Rule[] = [];
  const everybody: Rule[] = [];
  let named = false;
  let mine = false;
  let all = false;
  let inRules = true;
  for (const { field, value } of linesIn(text)) {
    if (field === "user-agent") {
      // Several names in a row head one group.
      if (inRules) [mine, all, inRules] = [false, false, false];
      const name = /^[a-z_-]+/i.exec(value)?.[0]?.toLowerCase();
      if (value.startsWith("*")) all = true;
      else if (name === robot.toLowerCase()) mine = named = true;
    } else if (field === "allow" || field === "disallow") {
      inRules = true;
      if (value === "") continue;
      const rule = { allow: field === "allow", pattern: normal(value) };
      if (mine) own.push(rule);
      if (all) everybody.push(rule);
    }
  }
  return named ? own : everybody;
}

/** Whether a path (with its query) may be asked for: the longest pattern that fits decides, of two as long the one that allows. robots.txt itself may always. */
export function isAllowed(robots: Robots, path: string): boolean {
  const asked = normal(path === "" ? "/" : path);
  if (asked === "/robots.txt") return true;
  let best: Rule | null = null;
  for (const rule of robots) {
    if (!fits(rule.pattern, asked)) continue;
    if (best === null || rule.pattern.length > best.pattern.length || (rule.pattern.length === best.pattern.length && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

function* linesIn(text: string): Generator<{ field: string; value: string }> {
  for (const line of text.replace(/^\ufeff/, "").slice(0, robotsBytes).split(/\r\n|\r|\n/)) {
    const [, field, value] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    if (field !== undefined) yield { field: field.toLowerCase(), value: value!.trim() };
  }
}

/** Percent-encoding made alike: what needs none is written plainly, what does in capitals. A pattern's "*" and "$" stay what they are. */
function normal(path: string): string {
  return path
    .replaceAll(/%[0-9a-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : code.toUpperCase();
    })
    .replaceAll(/[^\x21-\x7e]+/g, (letters) => encodeURIComponent(letters.toWellFormed()));
}

/** Whether a pattern fits the beginning of a path: "*" stands for anything, "$" at its end for the path's end. Linear: the parts between stars are looked for one after the other. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith("$");
  const parts = (toEnd ? pattern.slice(0, -1) : pattern).split(/\*+/);
  if (!path.startsWith(parts[0]!)) return false;
  let at = parts[0]!.length;
  for (const [i, part] of parts.entries()) {
    if (i === 0) continue;
    if (toEnd && i === parts.length - 1) return path.length - at >= part.length && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !toEnd || at === path.length;
}
