import { questionNames, questionOf, type QuestionName } from "../market/questions/catalogue.ts";
import { cutFlags } from "../market/questions/cut.ts";
import type { Flag } from "../market/questions/question.ts";
import { type Given, type Option, UsageError } from "./command.ts";

/** The parameters of all questions as options: those of the cut first, then each with the questions that take it. */
export function questionOptions(): Option[] {
  const own = new Set(questionNames.flatMap((name) => Object.keys(questionOf(name).flags)).filter((name) => !(name in cutFlags)));
  return [...Object.entries(cutFlags).map(([name, flag]) => ({ name, ...flag })), ...[...own].map(ownOption)];
}

/** An option that some questions take: where they say different things of it, it is told question by question. */
function ownOption(name: string): Option {
  const takers = questionNames.flatMap((question): [QuestionName, Flag][] => {
    const flag = questionOf(question).flags[name];
    return flag === undefined ? [] : [[question, flag]];
  });
  const abouts = [...new Set(takers.map(([, flag]) => flag.about))];
  const choices = takers.some(([, flag]) => flag.choices === undefined) ? undefined : [...new Set(takers.flatMap(([, flag]) => flag.choices!))];
  const about = abouts.map((said) => `${takers.filter(([, flag]) => flag.about === said).map(([question]) => question).join(", ")}: ${said}`).join("; ");
  const { value, many } = takers[0]![1];
  return { name, value, many, choices, about };
}

/** The parameters that were given, under their names; refuses those that this question does not take. */
export function askedOf(given: Given, question: QuestionName): Record<string, string | string[]> {
  const { flags } = questionOf(question);
  const asked: Record<string, string | string[]> = {};
  for (const { name } of questionOptions()) {
    if (given.one(name) === null) continue;
    const flag = flags[name];
    if (flag === undefined) throw new UsageError(`--${name} is for: ${questionNames.filter((one) => name in questionOf(one).flags).map((one) => `strata market ${one}`).join(", ")}`);
    asked[name] = flag.many ? given.all(name) : given.one(name)!;
  }
  return asked;
}
