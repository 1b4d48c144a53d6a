import { describe, expect, test } from "vitest";
import { type Draft, emptyDraft } from "./messages.ts";
import { newDescription } from "./new-text.ts";

const text = "Invented Works sells planning software.\nWhat you will do\n- Train ranking models with PyTorch\n- Serve them on Kubernetes for planners\nWhat you bring\n- Five years of Python in production";
const other = "Heron & Vale advises hospitals.\nYour tasks\n- Audit diagnostic systems against regulation\n- Write conformity files, answer notified bodies\nYour profile\n- A degree in law, medicine or statistics";
const draft: Draft = { ...emptyDraft, title: "ML Engineer", location: "Berlin", salary: "EUR 80,000", role: "ml-engineer", places: "DE", text };

describe("a text pasted over the whole of another", () => {
  test("that is strange to it is a new description: nothing said of the old one stays", () => {
    expect(newDescription(draft, draft, other)).toEqual({ ...emptyDraft, text: other });
  });

  test.each([
    ["edited", text.replace("Five years", "Three years").replace("for planners", "for thousands of planners")],
    ["shortened", text.split("\n").slice(2).join("\n")],
    ["with more of it", `${text}\n\n${other}`],
    ["nothing at all", "   \n"],
    ["in another order", text.split("\n").toReversed().join("\n")],
  ])("%s is the same description", (_, next) => {
    expect(newDescription(draft, draft, next)).toBeNull();
  });

  test("over a few words is the same, where it has them", () => {
    const few = { ...draft, text: "We look for you." };
    expect(newDescription(few, few, "We look for you. Come.")).toBeNull();
    expect(newDescription(few, few, other)).toEqual({ ...emptyDraft, text: other });
  });

  test("after the old one was taken out: what was written since is of the new one", () => {
    expect(newDescription({ ...draft, text: "", title: "Auditor" }, draft, other)).toEqual({ ...emptyDraft, title: "Auditor", text: other });
  });

  test("where there was none before, leaves the fields", () => {
    expect(newDescription({ ...draft, text: "" }, null, other)).toBeNull();
  });
});
