import { expect, test } from "vitest";
import type { Posting } from "../../terms/posting.ts";
import { read } from "../read.ts";

test.each<[string, Posting, string]>([
  ["a title alone", { title: "Senior AI Engineer" }, "there is no description to read"],
  ["a title and a place", { title: "Senior AI Engineer", location: "Berlin", description_text: " \n " }, "there is no description to read"],
  ["a title pasted as the text", { title: "Senior AI Engineer", description_text: "# Senior AI Engineer\n" }, "there is no description to read"],
  ["names alone", { title: "AI Engineer", description_text: "Python PyTorch CUDA" }, "too little text to tell its language"],
  ["Spanish", { title: "Ingeniero de IA", description_text: "Buscamos una persona con experiencia en desarrollo de software para nuestro equipo. Trabajarás con Kubernetes en la nube, y con las personas que lo usan." }, "it is not read in this language (es)"],
  ["a sentence", { title: "AI Engineer", description_text: "You will work with us." }, "too little text to tell the role"],
])("why no role is read: %s", (_what, posting, because) => {
  expect(read(posting).role).toMatchObject({ value: null, because, evidence: [] });
});

test("a title alone gives its level all the same", () => {
  expect(read({ title: "Senior AI Engineer" }).seniority).toMatchObject({ value: "senior", evidence: [{ text: "Senior" }] });
});
