import { windows1252Signs } from "../../lib/windows-1252.ts";

/** Named character references that postings use, beyond which a name is left as it stands. */
const named: Record<string, string> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: " ", emsp: " ", thinsp: " ", hairsp: " ", zwnj: "", zwj: "", shy: "",
  ndash: "–", mdash: "—", hyphen: "-", dash: "-", minus: "−", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", laquo: "«", raquo: "»", lsaquo: "‹", rsaquo: "›",
  bull: "•", middot: "·", hellip: "…", sect: "§", para: "¶", deg: "°", plusmn: "±", times: "×", divide: "÷", frac12: "½", frac14: "¼", frac34: "¾", micro: "µ", ordf: "ª", ordm: "º", sup1: "¹", sup2: "²", sup3: "³",
  euro: "€", pound: "£", cent: "¢", yen: "¥", curren: "¤", copy: "©", reg: "®", trade: "™", not: "¬", iexcl: "¡", iquest: "¿", brvbar: "¦", dagger: "†", Dagger: "‡", permil: "‰", prime: "′", Prime: "″", check: "✓", star: "☆",
  larr: "←", uarr: "↑", rarr: "→", darr: "↓", harr: "↔", rArr: "⇒", le: "≤", ge: "≥", ne: "≠", asymp: "≈", infin: "∞", sum: "∑", radic: "√", Omega: "Ω", alpha: "α", beta: "β", gamma: "γ", delta: "δ", lambda: "λ", mu: "μ", pi: "π", sigma: "σ",
  Agrave: "À", Aacute: "Á", Acirc: "Â", Atilde: "Ã", Auml: "Ä", Aring: "Å", AElig: "Æ", Ccedil: "Ç", Egrave: "È", Eacute: "É", Ecirc: "Ê", Euml: "Ë", Igrave: "Ì", Iacute: "Í", Icirc: "Î", Iuml: "Ï", Ntilde: "Ñ",
  Ograve: "Ò", Oacute: "Ó", Ocirc: "Ô", Otilde: "Õ", Ouml: "Ö", Oslash: "Ø", OElig: "Œ", Scaron: "Š", Ugrave: "Ù", Uacute: "Ú", Ucirc: "Û", Uuml: "Ü", Yacute: "Ý", szlig: "ß",
  agrave: "à", aacute: "á", acirc: "â", atilde: "ã", auml: "ä", aring: "å", aelig: "æ", ccedil: "ç", egrave: "è", eacute: "é", ecirc: "ê", euml: "ë", igrave: "ì", iacute: "í", icirc: "î", iuml: "ï", ntilde: "ñ",
  ograve: "ò", oacute: "ó", ocirc: "ô", otilde: "õ", ouml: "ö", oslash: "ø", oelig: "œ", scaron: "š", ugrave: "ù", uacute: "ú", ucirc: "û", uuml: "ü", yacute: "ý", yuml: "ÿ", eth: "ð", thorn: "þ",
};

/** For the kernel: a hash table of the names, two numbers a slot: a name's hash, and its character (0 = free, -1 = one that is not seen). */
export function entityTable(): Int32Array {
  const slots = 1024;
  const table = new Int32Array(slots * 2);
  for (const [name, text] of Object.entries(named)) {
    let hash = 0;
    for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 0x9e3779b1) + name.charCodeAt(i)) | 0;
    let slot = (hash >>> 16) & (slots - 1);
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot * 2] = hash;
    table[slot * 2 + 1] = text === "" ? -1 : text.charCodeAt(0);
  }
  return table;
}

/** For the kernel: what pages mean that write the references 128 to 159. */
export function windows1252(): Uint16Array {
  return Uint16Array.from(windows1252Signs, (sign) => sign.charCodeAt(0));
}

// One reference, at the place where it is looked for.
const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,7}));?/y;

/** The character reference at `at`, decoded, and where it ends; null where `&` is only an ampersand. */
export function decodeEntity(html: string, at: number): { text: string; end: number } | null {
  reference.lastIndex = at;
  const match = reference.exec(html);
  if (match === null) return null;
  const end = at + match[0].length;
  if (match[3] !== undefined) {
    const text = named[match[3]];
    return text === undefined || !Object.hasOwn(named, match[3]) ? null : { text, end };
  }
  const code = match[1] !== undefined ? parseInt(match[1], 16) : parseInt(match[2]!, 10);
  return { text: codeText(code), end };
}

/** Decodes every reference once: `decodeOnce("&lt;p&gt;R&amp;amp;D")` → `"<p>R&amp;D"` */
export function decodeOnce(text: string): string {
  let out = "";
  let from = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    const decoded = decodeEntity(text, at);
    if (decoded === null) continue;
    out += text.slice(from, at) + decoded.text;
    from = decoded.end;
    at = decoded.end - 1;
  }
  return out + text.slice(from);
}

function codeText(code: number): string {
  if (code >= 128 && code < 160) return windows1252Signs[code - 128]!;
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return "\ufffd";
  return String.fromCodePoint(code);
}
