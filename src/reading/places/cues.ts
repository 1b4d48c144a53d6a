import type { Lexicon } from "../lexicon.ts";

/**
 * Words beside which a text names the place of the job. `based` needs a subject that is the role or the candidate;
 * `open` and `label` speak of the job by themselves; `office` may be any office and counts only where nothing else is known.
 */
export const placesLexicon: Lexicon<"based" | "open" | "label" | "work" | "office"> = {
  kind: "places",
  entries: {
    based: [
      "based (in|at|near|out of|anywhere in|within)", "located (in|at|near|within|anywhere in)", "resid(e|es|ing) in", "liv(e|ing) in", "resident(s) of", "sit in our",
      "basé(|e|s|es|(e)) (à|a|au|en|dans|sur)", "situé(|e|s|es) (à|a|au|en|dans)", "localisé(|e) (à|a|au|en)",
      "ansässig in", "wohnhaft in", "wohnsitz in", "gevestigd in", "woonachtig in", "sitz in",
    ],
    open: [
      "open to (candidates|applicants|people|those|anyone|residents)", "open for (candidates|applicants)", "(hiring|hire|recruiting) (in|across|within|from)", "remote(|ly) (in|from|within|across)", "from anywhere in", "anywhere in",
      "looking for someone (who is |)(in|based in)", "options to work from", "option to work from", "(work|working) (from|out of) (our|the|either our|one of our)", "works in person (in|out of|from)", "in person (in|out of|from|at)", "on(| )site (in|at)", "hybrid in",
      "(day|days) (a|per|each) week (in|at|from)", "days week (in|at|from)", "in office in", "(role|position|job|vacancy|opening) is in", "(rolle|stelle|position) ist in", "poste est (à|en)", "(functie|vacature) is in", "remote aus", "(einsatz|arbeiten) in", "am standort", "in unserem büro in", "in unseren büros in", "vor ort in",
      "dans nos (bureaux|locaux) (à|de|d)", "poste à pourvoir (à|en)", "télétravail depuis", "vanuit (ons|het) kantoor in", "op ons kantoor in", "op kantoor in",
    ],
    label: [
      "location(s)", "(job|work|office|role|position|preferred) location(s)", "standort(e)", "arbeitsort", "einsatzort", "dienstort", "dienstsitz", "arbeitsplatz", "standplaats", "werklocatie", "locatie", "werkplek",
      "lieu", "lieux", "lieu de travail", "lieu du poste", "lieu de mission", "localisation", "ville", "where",
    ],
    work: ["(authorized|authorised|eligible|entitled|permitted) to work in", "right to work in", "work (authorization|authorisation|permit|eligibility) in", "arbeitserlaubnis (in|für)", "travailler en"],
    office: ["office(s) (in|are in|is in|located in|is located in)", "hub(s) in", "hub locations include", "headquarter(s|ed) in", "headquarters (is|are) in", "hq in", "büro(s) in", "bureaux (à|a|de)", "kantoor in", "team located in", "team based in", "located in", "based in", "cdi", "cdd", "(bank|startup|start up|scaleup|scale up|studio|lab|agency|consultancy|firm|hospital|university|company) in"],
  },
};

/** Words that may stand between a cue and its places, and between one place and the next, without accents. */
export const betweenWords =
  ("in at of on from near our the a an any all either one two both or and with within across anywhere other city greater metro downtown central hq headquarter headquarters office offices hub hubs area areas region remote remotely hybrid onsite site inperson person preferred preferably based located candidate candidates applicant applicants people resident residents those who are is be continental mainland beautiful new main fully " +
    "und oder et ou en buro buros nos notre bureau bureaux locaux siege de du d au aux dans le la les l kantoor ons het der dem den die des im am").split(" ");
