import { expect, test } from "vitest";
import { unreadIn } from "./opened.ts";

test.each<[string, string[]]>([
  ["?role=rubbish", ["role=rubbish"]],
  ["?country=XX&since=soon&role=ml-engineer", ["country=XX", "since=soon"]],
  ["?layer=model,basement", ["layer=model,basement"]],
  ["", []],
  ["?role=", []],
  ["?role=ml-engineer,data-scientist&country=de&since=2025-10-31", []],
  ["?sort=n&at=python&utm_source=x", []],
  ["?title=data%20scientist&employer=Invented", []],
])("%s", (search, unread) => {
  expect(unreadIn("/", search)).toEqual(unread);
});

test.each<[string, string[]]>([
  ["?view=nonsense&id=nope", ["view=nonsense", "id=nope"]],
  ["?view=write", []],
  ["?view=versions&id=AAAAAAAAAAAAAAAAAAAAAA", []],
  ["?role=rubbish", []],
])("of a brief: %s", (search, unread) => {
  expect(unreadIn("/brief", search)).toEqual(unread);
});
