import { describe, expect, it } from "vitest";
import { isAllowed, parseRobots, robotsBytes } from "./robots.ts";

const allowed = (text: string, path: string, robot = "strata"): boolean => isAllowed(parseRobots(text, robot), path);

/** The example of RFC 9309, section 5.1. */
const example = `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot`;

describe("robots.txt as RFC 9309 reads it", () => {
  it.each<[string, string, boolean]>([
    ["strata", "/picture.gif", false],
    ["strata", "/picture.gif?x", true],
    ["strata", "/example/a", false],
    ["strata", "/publications/a", true],
    ["foobot", "/anything", false],
    ["foobot", "/example/page.html", true],
    ["foobot", "/example/allowed.gif", true],
    ["FooBot", "/example/x", false],
    ["barbot", "/example/page.html", false],
    ["bazbot", "/example/page.html", false],
    ["bazbot", "/example/other.html", true],
    ["quxbot", "/example/page.html", true],
  ])("%s may ask for %s: %s", (robot, path, may) => {
    expect(allowed(example, path, robot)).toBe(may);
  });

  it("takes the longest pattern, and of two as long the one that allows (5.2)", () => {
    const text = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /same\nAllow: /same";
    expect(allowed(text, "/example/page/disallowed.gif", "foobot")).toBe(false);
    expect(allowed(text, "/example/page/a", "foobot")).toBe(true);
    expect(allowed(text, "/same", "foobot")).toBe(true);
  });

  it.each<[string, string, boolean]>([
    ["/fish", "/fish.html", false],
    ["/fish", "/Fish.html", true],
    ["/fish", "/catfish", true],
    ["/fish*", "/fishheads", false],
    ["/fish/", "/fish", true],
    ["/*.php", "/folder/a.php?x=1", false],
    ["/*.php$", "/folder/a.php?x=1", true],
    ["/*.php$", "/a.php.php", false],
    ["/fish*.php", "/fish.php", false],
    ["/fish*.php", "/Fish.PHP", true],
    ["/$", "/", false],
    ["/$", "/a", true],
    ["/a*b*c$", "/a1b2b3c", false],
    ["/a*b$", "/ab", false],
    ["/ab*b$", "/ab", true],
    ["*", "/x", false],
    ["/foo/bar/%E3%83%84", "/foo/bar/ツ", false],
    ["/foo/bar/ツ", "/foo/bar/%e3%83%84", false],
    ["/%62ook-store", "/book-store", false],
    ["/a%2Fb", "/a/b", true],
    ["", "/x", true],
  ])("Disallow: %s, asked %s: %s", (pattern, path, may) => {
    expect(allowed(`user-agent: *\ndisallow: ${pattern}`, path)).toBe(may);
  });

  it.each<[string, string, boolean]>([
    ["groups of one name are one", "user-agent: strata\ndisallow: /a\nuser-agent: other\ndisallow: /\nuser-agent: Strata\ndisallow: /b", false],
    ["comments, blanks, other line ends and a byte order mark do not matter", "\ufeff# hello\r\n  User-Agent :  * # all\r\r Disallow : /b # no\r", false],
    ["other fields do not end a group's names", "user-agent: strata\nsitemap: https://x.example/s.xml\nuser-agent: other\ndisallow: /b", false],
    ["a version behind the name is none of it", "user-agent: strata/1.0\ndisallow: /b", false],
    ["a longer name is another", "user-agent: stratafied\ndisallow: /b", true],
    ["rules before any name are nobody's", "disallow: /b", true],
    ["a web page in its place says nothing", "<!doctype html><p>user-agent: *", true],
    ["what stands beyond half a megabyte is passed over", `user-agent: *\n${"#".repeat(robotsBytes)}\ndisallow: /b`, true],
  ])("%s", (_, text, may) => {
    expect(allowed(text, "/b")).toBe(may);
  });

  it("always lets robots.txt itself be read", () => {
    expect(allowed("user-agent: *\ndisallow: /", "/robots.txt")).toBe(true);
  });

  it("comes to an end on patterns made to be slow", () => {
    const robots = parseRobots(`user-agent: *\ndisallow: /${"a*".repeat(5000)}b`, "strata");
    // One that tries every way would not end before the test's time is up.
    expect(isAllowed(robots, `/${"a".repeat(20_000)}`)).toBe(true);
  });
});
