import { expect, test } from "vitest";
import { escaped } from "./escaped.ts";

test("nothing of a text is markup", () => {
  expect(escaped('<a href="x">')).toBe("&lt;a href=&quot;x&quot;&gt;");
  expect(escaped("Tom & Jerry's &amp;")).toBe("Tom &amp; Jerry&#39;s &amp;amp;");
});
