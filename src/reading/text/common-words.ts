/** Common words by language, to tell languages apart. A word may be common in several. */
export const commonWords: Record<string, readonly string[]> = {
  en: "the and to of in a with for you is are on our we will your as that this or at have from by be an it experience work team who what they their years required requirements responsibilities qualifications preferred skills must should about also needed need hiring looking building knowledge".split(" "),
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum haben oder unser unsere unseren du dein deine deinen wir ihr ihre uns bist dich dir zur sowie durch team arbeit jahre erfahrung gehalt ausbildung abgeschlossene kenntnisse aufgaben anforderungen".split(" "),
  fr: "de la le et les des en un une du que est pour qui dans par sur au avec plus vous nous votre vos notre nos aux ou ce se sont être cette ces son sa ses mission missions poste équipe équipes vos leur ainsi afin ans compétences expérience salaire recherché".split(" "),
  nl: "de het een en van in te dat op is voor met zijn aan er niet ook als bij door maar om dan je jouw jij wij we ons onze wat heb hebt naar uit over of worden wordt deze dit team werk binnen jaar ervaring kennis salaris eisen".split(" "),
  es: "de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ya este sí porque esta entre cuando muy sin sobre también experiencia equipo trabajo nuestro nuestra tu".split(" "),
  it: "di e il la che in un a per è una sono con non del della le si dei nel alla i da più al come delle gli lo ha anche o nostro nostra team lavoro esperienza".split(" "),
  pt: "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à ou nós você sua seu nossa nosso equipe experiência trabalho será são".split(" "),
  sv: "och i att det som en på är av för med till den har de inte om ett han men var jag vi du dig din vår våra oss kan ska eller samt hos arbeta".split(" "),
  pl: "i w na z do się nie to że o jest za od po jak dla przez oraz lub ze są twoje nasz naszym zespół praca pracy doświadczenie będziesz ci co".split(" "),
  da: "og i at det som en på er af for med til den har de ikke om et vi du dig din vores os kan skal eller samt hos".split(" "),
};
