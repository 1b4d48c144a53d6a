import { inflateRawSync } from "node:zlib";
import { DocumentUnusable } from "./problems.ts";

const mostEntries = 2000;
/** All parts together, unpacked. A long description with pictures in it has a few megabytes. */
const mostUnpacked = 64 * 1024 * 1024;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * Unpacks every part once, under a cap, before a library does it without one: what a ZIP says of its own sizes may be a lie. Gives the names of its parts.
 * Throws where it is damaged, locked, larger than it may be, or declares entities in its XML.
 */
export function checkZip(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > view.length || view.readUInt32LE(end) !== endMark) throw damaged();
  const count = view.readUInt16LE(end + 10);
  if (count > mostEntries) throw new DocumentUnusable(`has ${count} parts, more than ${mostEntries}; no description has`);
  const names: string[] = [];
  let at = view.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== entryMark) throw damaged();
    const name = view.toString("utf8", at + 46, at + 46 + view.readUInt16LE(at + 28));
    unpacked += sizeOf(view, at, name, mostUnpacked - unpacked);
    names.push(name);
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}

function sizeOf(view: Buffer, entry: number, name: string, room: number): number {
  if (view.readUInt16LE(entry + 8) & 1) throw new DocumentUnusable("is locked with a password; save it without one");
  const method = view.readUInt16LE(entry + 10);
  const packed = view.readUInt32LE(entry + 20);
  const local = view.readUInt32LE(entry + 42);
  if (local + 30 > view.length) throw damaged();
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const body = view.subarray(start, start + packed);
  if (body.length < packed || (method !== 0 && method !== 8)) throw damaged();
  const plain = method === 0 ? body : inflate(body, room);
  if (plain.length > room) throw tooLarge();
  // Word writes neither; what declares entities wants to unfold them.
  if (/\.(?:xml|rels)$/i.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(plain.toString("latin1"))) throw new DocumentUnusable("declares entities in its XML, which no word processor does; save it anew");
  return plain.length;
}

function inflate(body: Buffer, room: number): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged();
  }
}

function damaged(): DocumentUnusable {
  return new DocumentUnusable("is damaged: its parts cannot be unpacked; save it anew");
}

function tooLarge(): DocumentUnusable {
  return new DocumentUnusable(`is larger than ${mostUnpacked / 1048576} MB unpacked; take the pictures out, or paste the text`);
}
