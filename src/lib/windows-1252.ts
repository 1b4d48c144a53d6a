/** The characters of Windows-1252 from 128 to 159; the five that it leaves open stand for themselves. */
export const windows1252Signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Bytes of Windows-1252 as text. The decoder of that name in Node 20 gives Latin-1, in which those characters are controls: "€" would be lost. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes).replace(/[\u0080-\u009f]/g, (sign) => windows1252Signs[sign.charCodeAt(0) - 128]!);
}
