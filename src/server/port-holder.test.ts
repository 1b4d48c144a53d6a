import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { findPortHolder } from "./port-holder.ts";

test.runIf(process.platform === "linux")("names the process that listens on a port, and nothing once it has let go", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  expect(findPortHolder(port)).toMatchObject({ pid: process.pid, command: expect.stringContaining("node") });
  await new Promise((resolve) => server.close(resolve));
  expect(findPortHolder(port)).toBeNull();
});

test("says nothing where there is no /proc", () => {
  expect(findPortHolder(80, "/nonexistent")).toBeNull();
});
