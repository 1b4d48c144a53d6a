// Where things lie in the kernel's memory: the host lays them out and sets these by name (src/reading/kernel.ts). Places are offsets in bytes.

/** What each UTF-16 unit is to the scanner: src/reading/text/characters.ts. */
export let kinds: usize = 0;
/** What each UTF-16 unit is in markup: src/reading/text/html.ts. */
export let classes: usize = 0;
export let tagTable: usize = 0;
export let tagMask: u32 = 0;
export let entityTable: usize = 0;
export let entityMask: u32 = 0;
export let windows1252: usize = 0;
/** The vocabulary: src/reading/vocabulary.ts says what its tables hold. */
export let slots: usize = 0;
export let slotShift: u32 = 0;
/** Of a place in the table of words, in bytes. */
export let slotMask: usize = 0;
export let rootNode: usize = 0;
export let firstFollower: usize = 0;
export let followers: usize = 0;
export let followerNode: usize = 0;
export let mayFollow: usize = 0;
export let endsPhrase: usize = 0;
export let firstPhrase: usize = 0;
export let phrases: usize = 0;
export let phraseKind: usize = 0;
export let kindCount: i32 = 0;
/** Scratch, two numbers a kind: the first token that no longer phrase has taken, and behind those of all kinds the token at which it was taken. */
export let free: usize = 0;

/** UTF-8 bytes from the host. */
export let input: usize = 0;
/** UTF-16 units of the text. */
export let text: usize = 0;
/** One byte a line of the body. */
export let lineKinds: usize = 0;
export let tokenRoom: i32 = 0;
export let tokenWord: usize = 0;
export let tokenStart: usize = 0;
export let tokenEnd: usize = 0;
export let tokenLine: usize = 0;
export let tokenGap: usize = 0;
export let numbers: usize = 0;
export let languages: usize = 0;
export let hitRoom: i32 = 0;
export let hitPhrase: usize = 0;
export let hitToken: usize = 0;
export let hitTokens: usize = 0;
