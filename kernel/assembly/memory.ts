// Where things lie in the kernel's memory: the host lays them out and sets these by name (src/reading/kernel.ts). Places are offsets in bytes.

/** What each UTF-16 unit is to the scanner, as one byte: src/reading/text/words.ts. */
export let kinds: usize = 0;
/** Bits: which units are letters in upper case. */
export let upperCase: usize = 0;
/** What each UTF-16 unit is in markup: src/reading/text/html.ts. */
export let classes: usize = 0;
export let tagTable: usize = 0;
export let tagMask: u32 = 0;
export let entityTable: usize = 0;
export let entityMask: u32 = 0;
export let windows1252: usize = 0;
/** Units that are bullets where a space follows them. */
export let bullets: usize = 0;
export let bulletCount: i32 = 0;
/** The vocabulary: src/reading/vocabulary.ts says what its tables hold. */
export let slots: usize = 0;
export let slotShift: u32 = 0;
export let displacements: usize = 0;
/** The nodes up to this one are the words of the same number. */
export let roots: u32 = 0;
export let firstChild: usize = 0;
export let edges: usize = 0;
export let nodeWord: usize = 0;
export let mayFollow: usize = 0;
export let nodePhrases: usize = 0;
export let phrases: usize = 0;
export let phraseKind: usize = 0;
export let kindCount: i32 = 0;
/** Scratch, two numbers a kind: the first token that no longer phrase has taken, and behind those of all kinds the token at which it was taken. */
export let free: usize = 0;
export let hitsOfKind: usize = 0;

/** UTF-8 bytes from the host. */
export let input: usize = 0;
/** A posting's line of JSON; its description as UTF-8; the line without it. */
export let line: usize = 0;
export let body: usize = 0;
export let rest: usize = 0;
/** UTF-16 units of the text. */
export let text: usize = 0;
/** One byte a unit of the text: what it is to the scanner. */
export let folded: usize = 0;
/** One byte a line of the body. */
export let lineKinds: usize = 0;
export let lineStart: usize = 0;
export let tokenRoom: i32 = 0;
export let tokenHash: usize = 0;
export let tokenWord: usize = 0;
export let tokenStart: usize = 0;
export let tokenEnd: usize = 0;
export let tokenLine: usize = 0;
export let tokenGap: usize = 0;
export let numbers: usize = 0;
/** The tokens that begin a sentence. */
export let sentenceToken: usize = 0;
export let languages: usize = 0;
export let hitRoom: i32 = 0;
export let hitPhrase: usize = 0;
export let hitToken: usize = 0;
export let hitTokens: usize = 0;
export let hits: usize = 0;

/** The role's model: src/reading/role/tables.ts says what its tables hold. Features are numbers, -1 for one that the model does not have. */
export let roleWeights: usize = 0;
export let roleBias: i32 = 0;
export let conceptOf: usize = 0;
export let conceptFeature: usize = 0;
export let conceptGroup: usize = 0;
export let conceptSays: usize = 0;
export let groupCount: i32 = 0;
export let groupHits: usize = 0;
export let groupShare: usize = 0;
export let groupSentences: usize = 0;
export let sentenceFeatures: usize = 0;
export let wordFeature: usize = 0;
export let wordCount: i32 = 0;
export let pairTable: usize = 0;
export let pairMask: u32 = 0;
export let logs: usize = 0;
export let sentenceRows: usize = 0;
export let sentenceWord: usize = 0;
export let sentenceConcept: usize = 0;
/** Scratch, a number each: by feature, by word and by concept, when it was last seen; hits by feature; by group. */
export let seenFeatures: usize = 0;
export let featureHits: usize = 0;
export let wordSeen: usize = 0;
export let conceptSeen: usize = 0;
export let groupNumbers: usize = 0;
/** What a posting has: its features and their values; the score of each role; the best reasons. */
export let activeFeature: usize = 0;
export let activeValue: usize = 0;
export let roleScores: usize = 0;
export let reasonFeature: usize = 0;
export let reasonValue: usize = 0;
/** The posting that the role is read of, from the host: words and where they start; start and part of each section; entry and start of each hit of work; start and end of each sentence of work. */
export let workWord: usize = 0;
export let workStart: usize = 0;
export let workSections: usize = 0;
export let workHits: usize = 0;
export let workSentences: usize = 0;
/** Of each sentence of work, eight numbers: the sums for its layers, and how many words it has. */
export let sentenceSums: usize = 0;
