import { sentenceLayers } from "../../src/reading/role/sentence-weights.ts";
import { layers } from "../../src/terms/layer.ts";
import { type LayerShares, sentenceShares, trainSentences } from "./fit-sentences.ts";
import { shareText } from "./check.ts";
import type { SentenceExample, SentenceExamples } from "./sentences.ts";

const FOLDS = 5;
/** The employer group of invented postings: learned from, never measured on. */
const INVENTED = "invented";

/** Cross-validation with all sentences of an employer in one fold, then the held out; prints how right the sentences of work are. */
export function crossValidateSentences(examples: SentenceExamples, shares: LayerShares, say: (line: string) => void): void {
  const free = examples.rows.filter(({ held }) => !held);
  const real = free.filter(({ group }) => group !== INVENTED);
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const left = (row: SentenceExample): boolean => parseInt(row.group, 16) % FOLDS === fold;
    return judge(examples, free.filter((row) => !left(row)), real.filter(left), shares);
  }).flat();
  say(`sentences of work, cross-validated by employer: ${textOf(judged)}`);
  say(`sentences of work, held out: ${textOf(judge(examples, free, examples.rows.filter(({ held }) => held), shares))}`);
}

type Judged = { row: SentenceExample; layer: number; inside: boolean };

function judge(examples: SentenceExamples, trained: SentenceExample[], asked: SentenceExample[], shares: LayerShares): Judged[] {
  const weights = trainSentences(examples, trained, shares);
  return asked.filter(({ work }) => work).map((row) => {
    const posting = shares(row);
    const likely = sentenceShares(row, examples.names.length, weights, posting);
    return { row, layer: likely.indexOf(Math.max(...likely)), inside: posting.indexOf(Math.max(...posting)) < layers.length };
  });
}

/** All sentences by layer, outside or none; and those of postings read as AI work, which are what the mix is made of. */
function textOf(judged: Judged[]): string {
  const ai = judged.filter(({ inside }) => inside);
  const voting = ai.filter(({ layer }) => speaks(layer));
  const wanted = ai.filter(({ row }) => speaks(row.layer));
  return [
    `layer, outside or none ${shareText(judged.filter(right).length, judged.length)} of ${judged.length}`,
    `in AI postings, votes right ${shareText(voting.filter(right).length, voting.length)} of ${voting.length}`,
    `sentences of a layer found ${shareText(wanted.filter(right).length, wanted.length)} of ${wanted.length} (${sentenceLayers.join(", ")})`,
  ].join("; ");
}

function right({ row, layer }: Judged): boolean {
  return row.layer === layer;
}

function speaks(layer: number): boolean {
  return layer < layers.length;
}
