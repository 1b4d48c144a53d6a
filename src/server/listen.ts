import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { findPortHolder, type PortHolder } from "./port-holder.ts";

/** The port is taken. `holder` is who has it, where the system lets us see. */
export class PortBusy extends Error {
  readonly holder: PortHolder | null;
  constructor(port: number, holder: PortHolder | null) {
    const who = holder === null ? `something else (to see what: ss -ltnp 'sport = :${port}')` : `process ${holder.pid}: ${holder.command}`;
    super(`Port ${port} is held by ${who}.\nStop that, or take another port: strata start --port ${port === 65535 ? 4870 : port + 1}`);
    this.holder = holder;
  }
}

export type Listening = { url: string; close(): Promise<void> };

// Long enough for the slowest question of a market of millions; a request that hangs longer must not keep the store open.
const CLOSE_WITHIN_MS = 10_000;

/** Serves `app` until closed; closing lets requests under way finish. Port 0 takes a free one. Throws PortBusy. */
export async function listen(app: { fetch(request: Request): Response | Promise<Response> }, address: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await bind(server, address);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${address.host.includes(":") ? `[${address.host}]` : address.host}:${port}`, close: () => close(server) };
}

/** Fails early, before any work is done, where the port cannot be had. */
export async function probePort(address: { host: string; port: number }): Promise<void> {
  const server = createServer();
  await bind(server, address);
  await close(server);
}

function bind(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") return new PortBusy(port, findPortHolder(port));
  if (error.code === "EACCES") return new Error(`Port ${port} is for the system's own services. Take one above 1023: strata start --port 4870`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return new Error(`${host} is no address of this machine. Leave --host out, or give one of its own.`);
  return error;
}

function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
  // A browser keeps its connection for the next request; it is idle only once the answer under way has gone out.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
  });
}
