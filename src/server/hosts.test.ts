import { describe, expect, test } from "vitest";
import { isMeantHere } from "./hosts.ts";

describe("isMeantHere", () => {
  test.each([
    ["localhost:4870", "127.0.0.1"],
    ["127.0.0.1:4870", "127.0.0.1"],
    ["[::1]:4870", "127.0.0.1"],
    ["LOCALHOST", "127.0.0.1"],
    ["localhost.:80", "127.0.0.1"],
    ["localhost:4870", "0.0.0.0"],
    ["192.168.7.2:4870", "0.0.0.0"],
    ["[fe80::1]:4870", "::"],
    ["192.168.7.2", "192.168.7.2"],
    ["workshop:4870", "0.0.0.0"],
    ["strata.example", "strata.example"],
  ])("answers %s when bound to %s", (header, bound) => {
    expect(isMeantHere(header, bound, "Workshop")).toBe(true);
  });

  test.each([
    ["evil.example", "127.0.0.1"],
    ["evil.example:4870", "0.0.0.0"],
    ["192.168.7.2:4870", "127.0.0.1"],
    ["localhost.evil.example", "127.0.0.1"],
    ["127.0.0.1.evil.example", "0.0.0.0"],
    ["localhost@evil.example", "127.0.0.1"],
    ["evil.example/localhost", "127.0.0.1"],
    ["127.evil.example", "127.0.0.1"],
    ["workshop", "127.0.0.1"],
    ["", "127.0.0.1"],
    ["a b", "127.0.0.1"],
  ])("does not answer %s when bound to %s", (header, bound) => {
    expect(isMeantHere(header, bound, "Workshop")).toBe(false);
  });
});
