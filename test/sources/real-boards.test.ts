import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Lack } from "../../src/sources/address.ts";
import { lack, next, requests } from "../../src/sources/boards.ts";
import { postingsIn } from "../../src/sources/postings.ts";
import type { BoardRef } from "../../src/terms/board-ref.ts";
import type { Found } from "../../src/terms/found.ts";

// Real answers of boards are third parties' text and not part of this repository. They lie beside it, or where STRATA_SHARED says.
const root = join(process.env.STRATA_SHARED ?? join(import.meta.dirname, "../../../shared"), "data/boards");
const there = existsSync(root);

type Expected = { read: number; problems?: Record<string, number>; board?: string | null };

/** Every file, how many postings it gives, and what of it is none. A file that is not listed fails the test. */
const expected: Record<string, Expected> = {
  ...Object.fromEntries(["arbeitnow_sample", "arbeitnow_sample_page2"].map((name) => [`aggregators/konstantinosanagn__${name}.json`, { read: 0, problems: { "an answer of Arbeitnow": 1 } }])),
  ...Object.fromEntries([["himalayas", "Himalayas"], ["jobicy", "Jobicy"], ["remoteok", "Remote OK"], ["remotive", "Remotive"], ["themuse", "The Muse"]].map(([file, name]) => [`aggregators/konstantinosanagn__${file}_sample.json`, { read: 0, problems: { [`an answer of ${name}`]: 1 } }])),
  "hn_algolia/abhibattula__hn_item.json": { read: 4, board: null },
  "jsonld_html/colophon-group__jsonld_meta_software_engineer.html": { read: 1 },
  "jsonld_html/colophon-group__jsonld_neura_robotics_manager.html": { read: 1 },
  ...Object.fromEntries(["ayuda_en_accion_talentclue_jobpage", "ayuda_en_accion_talentclue_jobpage_coord", "barcelona_activa_talentclue_jobpage", "barcelona_activa_talentclue_jobpage_admin", "decathlon_talentclue_jobpage", "decathlon_talentclue_jobpage_taller", "didi_global_jobdetail", "peoplestrong_bajaj_finserv", "peoplestrong_larsen_toubro"].map((name) => [`other_ats/colophon-group__${name}.html`, { read: 1 }])),
  "other_ats/colophon-group__jobylon_mcdonalds_se.html": { read: 0, problems: { "a list of Jobylon": 1 } },
  "other_ats/konstantinosanagn__join_page.html": { read: 0, problems: { "a list of Join": 1 } },
  ...Object.fromEntries(["BambooHR", "Breezy", "Eightfold", "Pinpoint", "Rippling"].map((name) => [`other_ats/konstantinosanagn__${name.toLowerCase()}_jobs.json`, { read: 0, problems: { [`an answer of ${name}`]: 1 } }])),
  "personio/konstantinosanagn__personio_live.xml": { read: 0, problems: { "no description": 1 } },
  "personio/konstantinosanagn__personio_sample.xml": { read: 1, problems: { "no description": 1 }, board: null },
  "personio/sarthakjain004__personio_avian.CUT.xml": { read: 1, board: null },
  "recruitee/konstantinosanagn__recruitee_sample.json": { read: 2, board: "recruitee:jobs.channable.com" },
  // Lists, whose texts come posting by posting.
  "smartrecruiters/2006-sk__smartrecruiters_wd.json": { read: 0, problems: { "no description": 10 } },
  "smartrecruiters/abhibattula__smartrecruiters_detail.json": { read: 1, board: "smartrecruiters:visa" },
  "smartrecruiters/abhibattula__smartrecruiters_sample.json": { read: 0, problems: { "no description": 2 } },
  "smartrecruiters/konstantinosanagn__smartrecruiters_sample.json": { read: 0, problems: { "no description": 2 } },
  "teamtailor/Tonttu84__teamtailor.rss": { read: 2, board: "teamtailor:upcloud" },
  "teamtailor/konstantinosanagn__teamtailor_jobs.json": { read: 2, board: "teamtailor:1komma5" },
  "workable/abhibattula__workable_sample.json": { read: 0, problems: { "no description": 3 } },
  "workable/konstantinosanagn__workable_sample.json": { read: 0, problems: { "no description": 3 } },
  "workday/2006-sk__workday_nvidia.json": { read: 0, problems: { "no description": 10 } },
  "workday/konstantinosanagn__workday_sample.json": { read: 0, problems: { "no description": 2 } },
};

describe.skipIf(!there)(`real answers of boards under ${root}${there ? "" : ": SKIPPED, there are none"}`, () => {
  // Ashby, Greenhouse and Lever have a test of their own, which imports them.
  const files = there ? readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !["ashby", "greenhouse", "lever"].includes(entry.name)).flatMap(({ name }) => readdirSync(join(root, name)).map((file) => `${name}/${file}`)) : [];

  it("are all listed here", () => {
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(files)("%s", async (file) => {
    const found: Found[] = [];
    for await (const one of postingsIn(createReadStream(join(root, file)))) found.push(one);
    const problems: Record<string, number> = {};
    for (const one of found) if ("problem" in one) problems[one.problem.reason] = (problems[one.problem.reason] ?? 0) + 1;
    const read = found.filter((one) => "posting" in one);
    expect({ read: read.length, problems }).toEqual({ read: expected[file]!.read, problems: expected[file]!.problems ?? {} });
    if (expected[file]!.board !== undefined) expect(new Set(read.map((one) => one.board))).toEqual(new Set([expected[file]!.board]));
    for (const { posting } of read) expect(Boolean((posting.description_html ?? posting.description_text)?.trim())).toBe(true);
  });

  // What was fetched as a whole is whole, also by the board's own total; what was cut for a test says so itself.
  it.each<[string, BoardRef, Lack["reason"] | null]>([
    ["ashby/stapply-ai__Crusoe.json", { ats: "ashby", name: "Crusoe" }, null],
    ["greenhouse/Gurram-Sowmya__anthropic.json", { ats: "greenhouse", name: "anthropic" }, null],
    ["greenhouse/Gurram-Sowmya__databricks.json", { ats: "greenhouse", name: "databricks" }, null],
    ["recruitee/konstantinosanagn__recruitee_sample.json", { ats: "recruitee", name: "jobs.channable.com" }, null],
    ["teamtailor/Tonttu84__teamtailor.rss", { ats: "teamtailor", name: "upcloud" }, null],
    ["smartrecruiters/abhibattula__smartrecruiters_sample.json", { ats: "smartrecruiters", name: "Visa" }, null],
    ["smartrecruiters/2006-sk__smartrecruiters_wd.json", { ats: "smartrecruiters", name: "WesternDigital" }, "not whole"],
    ["workday/2006-sk__workday_nvidia.json", { ats: "workday", name: "nvidia.wd5/NVIDIAExternalCareerSite" }, "not whole"],
    ["other_ats/konstantinosanagn__bamboohr_jobs.json", { ats: "workable", name: "acme" }, "not a board"],
  ])("%s as the answer of %o: %s", (file, ref, reason) => {
    const responses = [{ request: requests(ref)[0]!, status: 200, body: readFileSync(join(root, file), "utf8") }];
    expect(lack(ref, responses)?.reason ?? null).toBe(reason);
    for (const one of next(ref, responses)) expect(new URL(one.url).protocol).toBe("https:");
  });

  it.each(files.filter((file) => file.startsWith("personio/") || file.endsWith(".rss")))("%s cut anywhere gives nothing but why", async (file) => {
    const whole: Buffer[] = [];
    for await (const chunk of createReadStream(join(root, file))) whole.push(chunk as Buffer);
    const bytes = Buffer.concat(whole);
    for (const share of [0.1, 0.37, 0.5, 0.9]) {
      const found: Found[] = [];
      for await (const one of postingsIn((async function* () { yield bytes.subarray(0, bytes.length * share); })())) found.push(one);
      expect(found).toMatchObject([{ problem: { reason: "not XML", detail: expect.stringContaining("nothing was taken") } }]);
    }
  });
});
