import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DamagedBrief } from "./brief-file.ts";
import { makeBrief } from "./make-brief.ts";
import { mostVersions, SavedBriefs, TooManyVersions } from "./saved-briefs.ts";

const now = new Date("2026-11-29T10:00:00Z");
let dir: string;
let logged: string[];
let briefs: SavedBriefs;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "strata-briefs-"));
  logged = [];
  briefs = new SavedBriefs(dir, () => now, (message) => logged.push(message));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function keep(title: string, id: string | null = null) {
  const brief = await makeBrief({ title, location: "Denver, CO", description_text: "Build models." }, { market: null, now });
  return (await briefs.save({ note: null, source: { description_html: null, description_text: "Build models." }, brief }, id))!;
}

const file = (id: string): string => join(dir, "briefs", `${id}.json`);

test.each<[string, (text: string) => string, RegExp]>([
  ["cut in the middle", (text) => text.slice(0, text.length / 2), /is not JSON/],
  ["empty", () => "", /is not JSON/],
  ["a list", () => "[]", /damaged at/],
  ["of a later format", (text) => text.replace('"format":1', '"format":2'), /has the format 2; this Strata reads format 1/],
  ["without versions", (text) => text.replace(/"versions":\[.*\]/s, '"versions":[]'), /damaged at versions/],
  ["under another's name", (text) => text.replace(/"id":"[^"]{22}"/, `"id":"${"x".repeat(22)}"`), /damaged at id/],
])("one file %s: the others are listed and their links work, it is named, and can be removed", async (_, damage, why) => {
  const [good, bad] = [await keep("Good"), await keep("Bad")];
  const { share } = (await briefs.share(good.id, true))!;
  writeFileSync(file(bad.id), damage(readFileSync(file(bad.id), "utf8")));
  expect(await briefs.list()).toMatchObject({ rows: [{ id: good.id, title: "Good" }], skipped: [`${bad.id}.json`] });
  expect(logged).toEqual([expect.stringContaining(`briefs/${bad.id}.json is passed over`)]);
  expect((await briefs.shared(share!))?.id).toBe(good.id);
  const error = await briefs.get(bad.id).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DamagedBrief);
  expect((error as Error).message).toMatch(why);
  await expect(keep("Over it", bad.id)).rejects.toThrow(DamagedBrief);
  expect(await briefs.remove(bad.id)).toBe(true);
  expect(await briefs.remove(bad.id)).toBe(false);
  expect(await briefs.list()).toMatchObject({ rows: [{ id: good.id }], skipped: [] });
});

test("a description is opened that was kept before numbers of employees were held against each other", async () => {
  const { id } = await keep("Before");
  writeFileSync(file(id), readFileSync(file(id), "utf8").replace('"employees":null,"employeesThere":null', '"employees":5,"employeesThere":6'));
  expect((await briefs.get(id))!.versions[0]!.brief.options).toMatchObject({ employees: 5, employeesThere: 6 });
});

test("a damaged file is named once, until it is mended and damaged again; opening links names none and reads only what has changed", async () => {
  const [good, bad, other] = [await keep("Good"), await keep("Bad"), await keep("Other")];
  const { share } = (await briefs.share(good.id, true))!;
  const whole = readFileSync(file(bad.id), "utf8");
  writeFileSync(file(bad.id), "{");
  expect((await briefs.shared(share!))?.id).toBe(good.id);
  const parsed = vi.spyOn(JSON, "parse");
  try {
    for (let i = 0; i < 3; i++) expect((await briefs.shared(share!))?.id).toBe(good.id);
    expect(await briefs.shared("x".repeat(22))).toBeNull();
    expect(parsed).toHaveBeenCalledTimes(3);
    await keep("Other", other.id);
    parsed.mockClear();
    expect((await briefs.shared(share!))?.id).toBe(good.id);
    expect(parsed).toHaveBeenCalledTimes(2);
  } finally {
    parsed.mockRestore();
  }
  expect(logged).toEqual([]);
  for (let i = 0; i < 3; i++) expect((await briefs.list()).skipped).toEqual([`${bad.id}.json`]);
  expect(logged).toHaveLength(1);
  writeFileSync(file(bad.id), whole);
  expect((await briefs.list()).skipped).toEqual([]);
  writeFileSync(file(bad.id), "{");
  await briefs.list();
  expect(logged).toHaveLength(2);
});

test("a link opens what is shared now: not what was, and what was put in its place by hand", async () => {
  const { id } = await keep("One");
  const { share } = (await briefs.share(id, true))!;
  const whole = readFileSync(file(id), "utf8");
  expect((await briefs.shared(share!))?.id).toBe(id);
  await briefs.share(id, false);
  expect(await briefs.shared(share!)).toBeNull();
  writeFileSync(file(id), whole);
  expect((await briefs.shared(share!))?.id).toBe(id);
  await briefs.remove(id);
  expect(await briefs.shared(share!)).toBeNull();
});

test("files say their format; one of before is read as it was", async () => {
  const { id } = await keep("Old");
  const text = readFileSync(file(id), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: 1, versions: [{ brief: { transparency: [{ rule: "us-co", recorded: "2026-11" }] } }] });
  writeFileSync(file(id), text.replace('"format":1,', "").replaceAll('"recorded":"2026-11"', '"reviewed":"2026-11-15"'));
  expect((await briefs.get(id))?.versions[0]?.brief.transparency[0]).toMatchObject({ recorded: "2026-11" });
  expect(JSON.parse(readFileSync(file((await keep("Old", id)).id), "utf8"))).toMatchObject({ format: 1, versions: [{ version: 1 }, { version: 2 }] });
});

test("as many versions as are kept, and a sentence for the next", async () => {
  const { id } = await keep("First");
  for (let i = 1; i < mostVersions; i++) await keep("Next", id);
  const error = await keep("Over", id).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TooManyVersions);
  expect((error as Error).message).toBe("This description has 50 versions; 50 are kept at most. Save it as a new description.");
  expect((await briefs.get(id))?.versions.length).toBe(50);
});

test("what is written stands beside until it is whole", async () => {
  const { id } = await keep("Whole");
  expect(readdirSync(join(dir, "briefs"))).toEqual([`${id}.json`]);
  // A write that was killed leaves its beginning beside, under a name that nobody lists.
  writeFileSync(join(dir, "briefs", `.${id}.1.new`), '{"format":1,"id');
  expect(await briefs.list()).toMatchObject({ rows: [{ id }], skipped: [] });
  expect(logged).toEqual([]);
});
