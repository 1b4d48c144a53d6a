import type { Parser } from "htmlparser2";

const pieceLength = 16_384;

/** Gives a page to a parser piece by piece, until it ends or `enough`: the parser's own stack costs the square of a page's depth. */
export function feed(parser: Parser, html: string, enough: () => boolean): void {
  for (let at = 0; at < html.length && !enough(); at += pieceLength) parser.write(html.slice(at, at + pieceLength));
  parser.end();
}
