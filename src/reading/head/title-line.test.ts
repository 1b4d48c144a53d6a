import { describe, expect, it } from "vitest";
import { kindOfLine } from "./title-line.ts";

describe("kindOfLine", () => {
  it.each([
    "Senior ML Engineer", "Softwareentwickler KI (m/w/d)", "Ingénieur de recherche en apprentissage automatique H/F", "Onderzoeker taalmodellen", "Head of AI", "Member of Technical Staff, Inference", "Team Lead Machine Learning",
    "Experience Designer", "Working Student NLP (f/m/x)", "IT Engineer", "Design and Verification Engineer", "Help Desk Technician", "Sr. ML Engineer, Robotics Inc.", "STAGE Ingénieur traitement du signal H/F", "Data Engineer: Streaming", "On-site Support Engineer", "Teamleider Data",
  ])("%s names an occupation", (line) => {
    expect(kindOfLine(line)).toBe("occupation");
  });

  it.each(["Baker of models", "Generative AI Wizard", "Talent Pool Paris"])("%s reads like a title", (line) => {
    expect(kindOfLine(line)).toBe("title");
  });

  it.each([
    "About us", "About Invented Works", "Über uns", "Requirements", "What you will do", "Your profile", "Das bringst du mit", "Qui sommes-nous ?", "Wie zoeken wij?", "Missions et responsabilités", "Roles and responsibilities:", "Life at Invented Works",
    "We are looking for a Senior ML Engineer", "Invented Works is hiring a Senior ML Engineer", "You will work with data engineers", "Join us as a data scientist", "As a Senior ML Engineer you train models", "Als Data Scientist entwickelst du Modelle", "Wir suchen einen Ingenieur",
    "Invented Works sucht Ingenieure in Berlin", "Nous recherchons un ingénieur", "Invented SA recrute un développeur", "Wij zoeken een ontwikkelaar", "Reports to the Head of AI", "Senior engineers wanted.", "Looking for a developer", "Help us build models", "Work with great engineers,",
    "Train models. Then serve them to engineers", "import numpy as np", "const engineer = 1;", "function title() {",
    "A long first line that goes on about the team of engineers and what all of them like about their work in the office in Berlin and at home",
  ])("%s ends the search", (line) => {
    expect(kindOfLine(line)).toBe("stop");
  });

  it.each(["Job description", "Stellenanzeige", "Offre d'emploi", "Vacature", "We're hiring!", "Berlin", "Invented Works GmbH", "Save", "Posted 3 days ago", "https://example.com/jobs/1", "Full-time", "Req. ID: 4711", "12.05.2026", "Berlin, Germany", "Building the Future", "The Foundational Company", "1. Overview of it"])(
    "%s says nothing of it",
    (line) => {
      expect(kindOfLine(line)).toBe("other");
    },
  );
});
