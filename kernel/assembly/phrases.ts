import { endsPhrase, firstFollower, firstPhrase, followerNode, followers, free, hitPhrase, hitRoom, hitToken, hitTokens, kindCount, mayFollow, phraseKind, phrases, rootNode, tokenGap, tokenWord } from "./memory";

// Finds the phrases of all lexicons in the tokens, the longest at each place for each kind. Slow twin: test/reading/slow-scan.ts.

const DEEPEST: i32 = 16;
const passed = memory.data(DEEPEST << 2);

/** Makes hits of the phrases in the first `count` tokens. Returns how many, -1 where there is no room for them. */
export function findPhrases(count: i32): i32 {
  const takenAt = free + (<usize>kindCount << 2);
  memory.fill(free, 0, <usize>kindCount << 2);
  memory.fill(takenAt, 255, <usize>kindCount << 2);
  let found = 0;
  // Behind the last token none follows.
  store<u8>(tokenGap + count, 1);
  for (let t = 0; t < count; t++) {
    const here: usize = <usize>t << 2;
    let node: u32 = load<u32>(rootNode + (<usize>load<u32>(tokenWord + here) << 2));
    const next: u32 = load<u8>(tokenGap + t, 1) == 0 ? load<u32>(tokenWord + here, 4) : 0;
    // Mostly no phrase begins here: one question for all that could.
    if ((<u32>load<u8>(endsPhrase + node) | mayLead(node, next)) == 0) continue;
    let depth = 1;
    store<u32>(passed, node);
    for (let n = t + 1; depth < DEEPEST && n < count && load<u8>(tokenGap + n) == 0; n++) {
      node = nextNode(node, load<u32>(tokenWord + (<usize>n << 2)));
      if (node == 0) break;
      store<u32>(passed + (depth << 2), node);
      depth++;
    }
    for (let d = depth; d > 0; d--) {
      const at: usize = <usize>load<u32>(passed + ((d - 1) << 2)) << 2;
      const last: u32 = load<u32>(firstPhrase + at, 4);
      for (let n: u32 = load<u32>(firstPhrase + at); n < last; n++) {
        const phrase: u32 = load<u32>(phrases + (<usize>n << 2));
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
      }
    }
  }
  return found;
}

/** 0 where `word` surely leads nowhere from `node`: a bit in a small table, which is asked before the search. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function mayLead(node: u32, word: u32): u32 {
  const edge: u32 = ((node * 0x85ebca6b) ^ (word * 0xc2b2ae35)) >> 14;
  return (load<u32>(mayFollow + ((edge >> 5) << 2)) >> (edge & 31)) & 1;
}

/** The node that `word` leads to from `node`, 0 if none. */
function nextNode(node: u32, word: u32): u32 {
  if (mayLead(node, word) == 0) return 0;
  let low: u32 = load<u32>(firstFollower + (<usize>node << 2));
  const last: u32 = load<u32>(firstFollower + (<usize>node << 2), 4);
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(followers + (<usize>middle << 2)) < word) low = middle + 1;
    else high = middle;
  }
  return low < last && load<u32>(followers + (<usize>low << 2)) == word ? load<u32>(followerNode + (<usize>low << 2)) : 0;
}
