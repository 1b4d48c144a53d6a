import { expect, test } from "vitest";
import { cutOf, withoutCut } from "./cuts.ts";

test.each([
  ["Ship models in a [fast-paced] team every week", "Ship models in a team every week"],
  ["[Fast-paced] teams ship here", "Teams ship here"],
  ["We build a [world-class] ML team", "We build an ML team"],
  ["We build an [awesome] team", null],
  ["You do research in a [cutting-edge] unit of ten", "You do research in a unit of ten"],
  ["Train our models for users in a [fast-paced] environment.", "Train our models for users."],
  ["Train models for our users in a [fast-paced] work environment and ship them.", "Train models for our users and ship them."],
  ["We are a [fast-paced] company that makes maps.", "We are a company that makes maps."],
  ["A team of [world-class] engineers", "A team of engineers"],
  ["Wir sind ein [hochmotiviertes] Team von zehn Leuten.", "Wir sind ein Team von zehn Leuten."],
  ["Train our models for users in [fast-paced] environments", "Train our models for users"],
  ["We keep a [fast-paced] culture of writing", "We keep a culture of writing"],
  // What is left would be no sentence, or say nothing.
  ["We are a [fast-paced] company.", null],
  ["Join our [world-class] team!", null],
  ["Wir sind ein [hochmotiviertes] Team.", null],
  ["Thrive in a [fast-paced] environment.", null],
  ["Ability to work in a [fast-paced] environment.", null],
  ["You should be able to work well in a [fast-paced] environment.", null],
  ["You and your whole team are comfortable in a [fast-paced] environment.", null],
  ["We have a [fast-paced] environment.", null],
  ["Comfortable in [fast-paced] environments", null],
  ["You thrive in [fast-paced] environments.", null],
  ["Engineers are energized by [fast-paced] environments and need no hand-holding.", null],
  ["A [fast-paced] environment is what you love, with Kafka.", null],
  ["Train our models for users in a [fast-paced] environment that grows", null],
  ["In our [fast-paced] culture, you will ship every week.", null],
  ["You are [highly motivated] to learn about maps", null],
  ["A [fast-paced] and growing team of ten", null],
  ["A growing and [fast-paced] team of ten", null],
  ["A fun, [fast-paced] team of ten", null],
  ["A very [fast-paced] team of ten", null],
  ["Our team is [fast-paced] most days", null],
  ["Our team is [fast-paced].", null],
])("%s → %s", (marked, without) => {
  const at = marked.indexOf("[");
  const text = marked.slice(at + 1, marked.indexOf("]"));
  const sentence = marked.replace("[", "").replace("]", "");
  const cut = cutOf(sentence, { text }, at);
  expect(cut === null ? null : withoutCut(sentence, cut)).toBe(without);
});
