import type { Lexicon } from "../lexicon.ts";

export const flagsLexicon: Lexicon<"certificate" | "buzzword" | "attendance"> = {
  kind: "flags",
  entries: {
    certificate: ["certification(s)", "certified", "certificate(s)", "zertifizierung(en)", "zertifikat(e)", "zertifiziert", "certifié(e)(s)", "certificering(en)", "certificaat", "certificaten", "gecertificeerd"],
    buzzword: [
      "ninja(s)", "rockstar(s)", "rock star(s)", "guru(s)", "superstar(s)", "jedi", "10x (engineer|engineers|developer|developers)", "fast paced", "wear(s) (many|multiple|several) hats", "wear(s) a lot of hats", "wearing (many|multiple|several) hats", "hit the ground running", "work hard play hard", "work hard and play hard", "go getter(s)", "self starter(s)", "jack of all trades", "crush it", "crushing it", "move fast and break things", "thrive under pressure", "(we are|we re|like) (a|one) (big )family", "hustle", "hustler(s)", "whatever it takes",
      "überflieger", "dynamisches umfeld", "eierlegende wollmilchsau", "hands on mentalität", "couteau suisse", "mouton à cinq pattes", "environnement dynamique", "niet van 9 tot 5", "duizendpoot",
    ],
    attendance: ["days (a|per|each|every) week", "days in (the|our) office", "days in office", "days onsite", "days on site", "day(s) week", "tage pro woche", "tage die woche", "tage vor ort", "tage im büro", "jours par semaine", "jours sur site", "jours de présentiel", "jours au bureau", "dagen per week", "dagen op kantoor", "in office days", "office day(s)", "bürotag(|e|en)", "präsenztag(|e|en)", "kantoordag(|en)", "jour(s) de présence"],
  },
};
