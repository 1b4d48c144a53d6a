import { escaped } from "../../../lib/escaped.ts";

type Around = { title: string; foot: string };

const edge = 16;
const headPx = 30;
const footPx = 26;
/** Pixels of a picture for one of the page: sharp on screens and paper. */
const scale = 2;

const copied = ["fill", "stroke", "stroke-width", "stroke-opacity", "fill-opacity", "stroke-dasharray", "font-size", "font-weight", "text-anchor", "opacity"] as const;

/**
 * A drawing that stands alone: colours and type as the page shows them now, written out, with the title above and what is behind it below. As a picture it goes through a `data:` address,
 * which the page's policy already allows for images: `blob:` is not needed there.
 */
export function pictureOf(shown: SVGSVGElement, { title, foot }: Around): { svg: string; png(): Promise<Blob> } {
  const { width, height } = shown.viewBox.baseVal;
  const [outer, tall] = [width + 2 * edge, height + headPx + footPx + edge];
  const page = getComputedStyle(document.documentElement);
  const [ink, soft, ground] = ["--ink", "--soft", "--bg"].map((name) => page.getPropertyValue(name).trim());
  const inner = withStyles(shown);
  inner.setAttribute("x", String(edge));
  inner.setAttribute("y", String(headPx));
  inner.setAttribute("width", String(width));
  inner.setAttribute("height", String(height));
  const family = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outer}" height="${tall}" viewBox="0 0 ${outer} ${tall}" font-family="${family}">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ground}"/>`,
    textAt(edge, 22, 14, 600, ink, title),
    new XMLSerializer().serializeToString(inner),
    textAt(edge, tall - 12, 11, 400, soft, [foot, "Strata"].filter((part) => part !== "").join(" · ")),
    "</svg>",
  ].join("");
  return { svg, png: () => png(svg, outer, tall) };
}

function textAt(x: number, y: number, size: number, weight: number, fill: string | undefined, words: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`;
}

async function png(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error("The browser made no picture.")) : resolve(blob)), "image/png"));
}

/** A copy whose every element carries the style it has on the page, as no style sheet goes with it. */
function withStyles(shown: SVGSVGElement): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[shown, ...shown.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  for (const [i, element] of from.entries()) {
    const style = getComputedStyle(element);
    for (const name of copied) to[i]!.setAttribute(name, style.getPropertyValue(name));
    to[i]!.removeAttribute("style");
    to[i]!.removeAttribute("class");
  }
  return copy;
}
