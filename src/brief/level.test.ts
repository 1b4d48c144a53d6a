import { expect, test } from "vitest";
import { read } from "../reading/read.ts";
import type { Posting } from "../terms/posting.ts";
import { levelSays } from "./level.ts";

const about = "We are a small team and you will work with us on the product that all of our customers use.";

test.each<[Posting, string | null]>([
  [{ title: "Senior AI Engineer", description_text: about }, "senior"],
  [{ title: "AI Engineer", description_text: `${about} We are looking for a senior engineer.` }, "senior"],
  [{ title: "AI Engineer", description_text: about, employment_type: "Internship" }, "intern"],
  [{ title: "Senior AI Engineer", description_text: `${about}\n\nRequirements\n- 3+ years of experience with Python` }, "senior"],
  [{ title: "AI Engineer", description_text: `${about}\n\nRequirements\n- 3+ years of experience with Python` }, "mid (a guess from “3+ years”)"],
  [{ title: "AI Engineer", description_text: `${about}\n\nRequirements\n- 6 years of experience` }, "senior (a guess from “6 years”)"],
  [{ title: "AI Engineer", description_text: about }, "level not stated (counted as mid)"],
  [{ title: "AI Engineer" }, null],
])("%j → %s", (posting, expected) => expect(levelSays(read(posting))).toBe(expected));
