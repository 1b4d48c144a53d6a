import { edges, firstChild, free, hitPhrase, hitRoom, hits, hitsOfKind, hitToken, hitTokens, kindCount, mayFollow, nodePhrases, nodeWord, phraseKind, phrases, roots, tokenEnd, tokenGap, tokenHash, tokenLine, tokenStart, tokenWord } from "./memory";

// Finds the phrases of all lexicons in the tokens, the longest at each place for each kind. Slow twin: test/reading/slow-scan.ts.

const DEEPEST: i32 = 16;
const passed = memory.data(DEEPEST << 2);
/** Numbers of a hit as the host reads it: its phrase, its start and end in the text, its line, its first token and how many it has. */
const HIT: usize = 6 << 2;

/** Makes hits of the phrases in the first `count` tokens. Returns how many, -1 where there is no room for them. */
export function findPhrases(count: i32): i32 {
  const takenAt = free + (<usize>kindCount << 2);
  memory.fill(free, 0, <usize>kindCount << 2);
  memory.fill(takenAt, 255, <usize>kindCount << 2);
  memory.fill(hitsOfKind, 0, <usize>(kindCount + 1) << 2);
  const openings = findOpenings(count);
  let found = 0;
  for (let o = 0; o < openings; o++) {
    const t: i32 = load<i32>(tokenHash + (<usize>o << 2));
    let node: u32 = load<u32>(tokenWord + (<usize>t << 2));
    let depth = 1;
    store<u32>(passed, node);
    for (let n = t + 1; depth < DEEPEST && load<u8>(tokenGap + n) == 0; n++) {
      node = nextNode(node, load<u32>(tokenWord + (<usize>n << 2)));
      if (node == 0) break;
      store<u32>(passed + (depth << 2), node);
      depth++;
    }
    for (let d = depth; d > 0; d--) {
      const list: usize = load<u16>(nodePhrases + (<usize>load<u32>(passed + ((d - 1) << 2)) << 1));
      if (list == 0) continue;
      let at = phrases + (list << 1);
      const last = at + (<usize>load<u16>(at) << 1);
      while (at < last) {
        at += 2;
        const phrase: u32 = load<u16>(at);
        const kind: usize = <usize>load<u8>(phraseKind + phrase) << 2;
        // Two entries of one kind may share a phrase: both are hits, a shorter one is not.
        const until = load<i32>(free + kind);
        if (until > t && (load<i32>(takenAt + kind) != t || until != t + d)) continue;
        if (found == hitRoom) return -1;
        const to: usize = <usize>found << 2;
        store<u32>(hitPhrase + to, phrase);
        store<u32>(hitToken + to, t);
        store<u32>(hitTokens + to, d);
        found++;
        store<i32>(free + kind, t + d);
        store<i32>(takenAt + kind, t);
        store<i32>(hitsOfKind + kind, load<i32>(hitsOfKind + kind) + 1);
      }
    }
  }
  arrange(found);
  return found;
}

/** The tokens at which a phrase may begin, in place of their hashes: asked without a branch, as most answers are no. */
function findOpenings(count: i32): i32 {
  // Behind the last token none follows.
  store<u8>(tokenGap + count, 1);
  store<u32>(tokenWord + (<usize>count << 2), 0);
  let openings = 0;
  for (let t = 0; t < count; t++) {
    const here: usize = <usize>t << 2;
    const word: u32 = load<u32>(tokenWord + here);
    const next: u32 = select<u32>(load<u32>(tokenWord + here, 4), 0, load<u8>(tokenGap + t, 1) == 0);
    const node: u32 = select<u32>(word, 0, word <= roots);
    store<i32>(tokenHash + (<usize>openings << 2), t);
    openings += <i32>((<u32>load<u16>(nodePhrases + (<usize>node << 1)) | (mayLead(node, next) & <u32>(node != 0))) != 0);
  }
  return openings;
}

/** The hits in the order of their kinds, and of the text within a kind. Of each kind, `hitsOfKind` says behind which hit its last stands. */
function arrange(found: i32): void {
  let before = 0;
  for (let kind: usize = 0; kind <= <usize>kindCount; kind++) {
    const some = load<i32>(hitsOfKind + (kind << 2));
    store<i32>(hitsOfKind + (kind << 2), before);
    before += some;
  }
  for (let n = 0; n < found; n++) {
    const from: usize = <usize>n << 2;
    const phrase: u32 = load<u32>(hitPhrase + from);
    const place = hitsOfKind + (<usize>load<u8>(phraseKind + phrase) << 2);
    const number = load<i32>(place);
    store<i32>(place, number + 1);
    const to = hits + <usize>number * HIT;
    const token: usize = load<u32>(hitToken + from);
    const tokens: usize = load<u32>(hitTokens + from);
    store<u32>(to, phrase);
    store<u32>(to, load<u32>(tokenStart + (token << 2)), 4);
    store<u32>(to, load<u32>(tokenEnd + ((token + tokens - 1) << 2)), 8);
    store<u32>(to, load<u32>(tokenLine + (token << 2)), 12);
    store<u32>(to, <u32>token, 16);
    store<u32>(to, <u32>tokens, 20);
  }
}

/** 0 where `word` surely leads nowhere from `node`: a bit in a small table, which is asked before the search. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function mayLead(node: u32, word: u32): u32 {
  // As `followBit` in src/reading/vocabulary.ts.
  const bit = ((node * 0x85ebca6b) >> 21 << 9) | ((word * 0xc2b2ae35) >> 23);
  return (load<u32>(mayFollow + ((bit >> 5) << 2)) >> (bit & 31)) & 1;
}

/** The node that `word` leads to from `node`, 0 if none. */
function nextNode(node: u32, word: u32): u32 {
  if (mayLead(node, word) == 0) return 0;
  const first: u32 = load<u16>(firstChild + (<usize>node << 1));
  const last: u32 = load<u16>(firstChild + (<usize>node << 1), 2);
  // As `edgeSlot` there.
  let slot = ((node * 0x85ebca6b) ^ (word * 0xc2b2ae35)) >> 16;
  let child: u32 = load<u16>(edges + (<usize>slot << 1));
  while (child != 0 && (<u32>load<u16>(nodeWord + (<usize>child << 1)) != word || child < first || child >= last)) {
    slot = (slot + 1) & 0xffff;
    child = load<u16>(edges + (<usize>slot << 1));
  }
  return child;
}
