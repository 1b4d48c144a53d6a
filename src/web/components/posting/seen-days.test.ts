import { expect, test } from "vitest";
import { seenDays } from "./seen-days.ts";

test.each<[string | null, string, string, string | null]>([
  [null, "2026-11-01", "2026-11-01", "1 Nov 2026"],
  [null, "2026-11-01", "2026-11-20", "1 Nov 2026 to 20 Nov 2026"],
  ["2026-11-20", "2026-11-01", "2026-11-19", "1 Nov 2026 to 19 Nov 2026"],
  ["2026-11-01", "2026-11-01", "2026-11-01", "1 Nov 2026"],
  ["2026-10-31", "2026-11-01", "2026-11-30", null],
])("closed %s, first seen %s, last %s: %s", (closed, firstSeen, lastSeen, days) => expect(seenDays({ closed, firstSeen, lastSeen })).toBe(days));
