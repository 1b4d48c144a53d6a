import type { Degree } from "../../terms/degree.ts";
import type { Lexicon } from "../lexicon.ts";

/** A level, a degree that is not said which, or years behind the French bac. */
export type Cue = Degree | "some" | "bac";

export const degreeLexicon: Lexicon<Cue> = {
  kind: "degree",
  entries: {
    none: [
      "high school (diploma|degree|education|graduate|graduation)", "high school or (ged|equivalent)", "highschool diploma", "ged", "general education degree", "general equivalency diploma", "secondary school diploma", "associate(|s| s) degree(s)", "associates", "associate s", "associate or bachelor(s)", "no degree(s)", "no (college|university|formal|specific|cs) degree(s)", "no formal (education|degree|qualifications)", "education is not a requirement", "degree is not (required|a requirement|necessary|needed)", "degree not required", "degrees are not required", "don t (require|need|care about) (a degree|degrees)", "do not require (a degree|degrees)", "self taught", "bootcamp(s)", "boot camp(s)", "dropouts welcome", "dropout welcome", "drop outs welcome",
      "sans diplôme", "aucun diplôme", "pas (besoin )de diplôme(s)", "quel que soit votre diplôme", "kein studium", "abitur", "mbo", "mbo 4", "vmbo", "havo", "geen diploma", "bts", "dut", "deust",
    ],
    bachelor: [
      "bachelor(s)", "bachelor s", "bachelor of (science|engineering|arts|technology)", "bsc", "b sc", "bs", "b s", "ba", "b a", "beng", "b eng", "btech", "b tech", "b e", "be degree", "undergraduate", "undergraduate (degree|studies|education)", "undergrad degree", "(college|university|tertiary|four year|4 year|4 yr|post secondary|postsecondary) degree(s)", "college graduate", "university graduate", "university education", "degree level", "honours degree", "degree educated", "educated to degree level", "degree qualified",
      "studium", "hochschulabschluss", "hochschulstudium", "universitätsabschluss", "universitätsstudium", "studienabschluss", "fachhochschulabschluss", "fachhochschulstudium", "masterstudium oder bachelorstudium", "bachelorstudium", "bachelorabschluss", "informatikstudium", "akademischer abschluss", "akademische ausbildung", "(abgeschlossenes|technisches|naturwissenschaftliches) studium", "studium der",
      "licence", "licence (professionnelle|pro)", "hbo", "hbo (werk|denk)niveau", "hbo werk en denkniveau", "hbo of wo", "hbo wo", "hbo diploma", "hbo opleiding", "bacheloropleiding", "grado universitario", "licenciatura", "título universitario",
    ],
    master: [
      "master(s)", "master s", "master of (science|engineering|arts|business administration)", "master(|s| s) degree(s)", "msc", "m sc", "ms", "m s", "meng", "m eng", "mtech", "m tech", "mba", "juris doctor", "jd", "j d", "advanced degree(s)", "graduate degree(s)", "post graduate degree", "postgraduate (degree|studies|qualification)", "graduate level (degree|education)", "higher degree", "mphil",
      "masterabschluss", "masterstudium", "diplom", "universitätsdiplom", "diplomstudium", "staatsexamen", "mastère", "master 1", "master 2", "m1", "m2", "école(s) d ingénieur(s)", "école(s) d ingénieurs", "école(s) d ingé", "ingénieur diplômé", "diplôme(s) d ingénieur(s)", "titre d ingénieur", "grande(s) école(s)", "école(s) de commerce", "formation (d )ingénieur", "ingénieur de formation", "wo (werk|denk)niveau", "wo werk en denkniveau", "wo diploma", "masteropleiding", "universitair(e)", "máster",
    ],
    phd: ["phd(s)", "ph d", "ph d s", "phd s", "doctorate", "doctorates", "doctoral", "doctoral (degree|student|candidate|studies)", "doctor of", "dphil", "md", "m d", "promotion in", "promotion im", "abgeschlossene promotion", "promoviert(e|en|er)", "doktor", "doktortitel", "doktorgrad", "doktorand", "doctorat", "docteur", "thèse de doctorat", "gepromoveerd", "doctoraat", "doctorado"],
    some: ["degree", "degrees", "diplôme(s)", "diplômé(e)(s)", "formation supérieure", "academic degree", "studienrichtung", "universitaire", "afgeronde opleiding"],
    bac: ["bac", "bac+", "bac(|+)2", "bac(|+)3", "bac(|+)4", "bac(|+)5", "bac(|+)6", "bac(|+)8"],
  },
};
