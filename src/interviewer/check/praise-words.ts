/** Words of praise by language; `asking` ones count in a question as well. */
export type Praising = { pattern: RegExp; asking: boolean }

const whole = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu')
const always = (list: string): Praising => ({ pattern: whole(list), asking: true })
const stated = (list: string): Praising => ({ pattern: whole(list), asking: false })
/** A sentence that begins with it, and what follows is set off. */
const first = (list: string): Praising => ({
  pattern: new RegExp(`^\\W*(?:${list})(?:\\s*[,.!;:–—-]|$)`, 'iu'),
  asking: true,
})

/** What is praise wherever it stands. */
export const ANYWHERE: readonly Praising[] = [
  always('bravo|chapeau|kudos'),
  { pattern: /[👍👏💯🎉🙌]/u, asking: true },
]

const NOUNS =
  'point|answer|question|idea|choice|thinking|start|job|work|call|catch|thought|observation|reasoning|approach|instinct|insight|summary|explanation|intuition|response|one'
const KIND =
  'good|great|nice|strong|solid|clever|smart|sensible|thoughtful|fair|valid|sound|perfect|lovely|fine|correct|right|interesting|insightful|thorough|important|reasonable|clear|helpful'

const WARM =
  'excellent|awesome|brilliant|fantastic|wonderful|impressive|superb|terrific|splendid|amazing|outstanding'

export const ENGLISH: readonly Praising[] = [
  always(
    'impressed|congratulations|congrats|well done|well said|well put|nicely (?:done|put|said)|spot on|(?:excellent|brilliant|good|great|nice) (?:job|work|catch|call|answer|question|point|thinking|one)|nailed it|you rock',
  ),
  stated(WARM),
  { pattern: new RegExp(`^\\W*(?:${WARM})(?!\\p{L})`, 'iu'), asking: true },
  stated(`(?:an? |very |really |such an? )*(?:${KIND}) (?:${NOUNS})`),
  stated(
    `(?:that|this|it|which|your \\w+)(?:['’]s| is| was| sounds| seems| looks) (?:a |an |all |very |really |quite |exactly |absolutely |pretty )*(?:${KIND}|great|impressive|on point|the right)`,
  ),
  stated('makes? (?:a lot of |good |perfect |total )?sense|i (?:really |do )?(?:like|love|appreciate|agree)'),
  stated(
    "you(?:['’]re| are| have| were) (?:absolutely |completely |quite |totally |exactly )?(?:right|correct|on the right track|doing (?:very )?(?:well|great|fine))",
  ),
  first(
    'good|great|nice|perfect|exactly|correct|right|absolutely|agreed|indeed|true|lovely|love it|precisely|definitely|fair enough|sounds (?:good|great|reasonable)',
  ),
  stated('very (?:good|nice|well|clear|thorough)|sounds (?:good|great|right|reasonable|sensible)'),
]

/** By the code of the language. */
export const PRAISE: ReadonlyMap<string, readonly Praising[]> = new Map([
  [
    'de',
    [
      always(
        'ausgezeichnet\\w*|hervorragend\\w*|großartig\\w*|exzellent\\w*|fantastisch\\w*|wunderbar\\w*|beeindruckend\\w*|super|toll\\w*|klasse|prima|spitze|gut gemacht|sehr (?:gut|schön)\\w*|gute[rsn]? (?:frage|idee|antwort|überlegung|wahl|punkt|ansatz|gedanke|einwand)|weiter so',
      ),
      stated(
        'genau richtig|völlig richtig|das (?:stimmt|ist (?:richtig|korrekt|gut|klug|sinnvoll))|gefällt mir|(?:macht|ergibt) sinn|klingt (?:gut|sinnvoll)|(?:du hast|sie haben) recht',
      ),
      first('gut|schön|perfekt|genau|richtig|korrekt|stimmt|stark'),
    ],
  ],
  [
    'fr',
    [
      always(
        'excellente?s?|parfaite?|génial\\w*|magnifique|très (?:bien|bon|bonne)|bien (?:vu|joué|dit)|bonne (?:question|idée|réponse|remarque|approche)|bon (?:point|choix|travail)|impressionnant\\w*',
      ),
      first('bien|exact|exactement|correct|super'),
    ],
  ],
  [
    'es',
    [
      always(
        'excelente|perfecto|estupendo|fantástico|genial|impresionante|muy (?:bien|bueno|buena)|bien (?:hecho|dicho|visto)|buen(?:a)? (?:pregunta|idea|respuesta|punto|trabajo|enfoque)',
      ),
      first('bien|exacto|exactamente|correcto|bueno'),
    ],
  ],
  [
    'it',
    [
      always(
        'ottim[oa]|perfetto|eccellente|fantastico|molto bene|ben (?:fatto|detto)|buon[a]? (?:domanda|idea|risposta|punto|lavoro)',
      ),
      first('bene|esatto|giusto|corretto|brav[oa]'),
    ],
  ],
  [
    'pt',
    [
      always(
        'excelente|perfeito|ótim[oa]|fantástico|muito (?:bem|bom|boa)|bom (?:ponto|trabalho)|boa (?:pergunta|ideia|resposta)',
      ),
      first('bem|exato|exatamente|certo|correto'),
    ],
  ],
  [
    'nl',
    [
      always('uitstekend\\w*|geweldig\\w*|goed gedaan|heel goed|goede? (?:vraag|idee|antwoord|punt)'),
      first('goed|prima|precies|mooi|juist'),
    ],
  ],
  [
    'pl',
    [
      always(
        'świetn\\w*|doskonał\\w*|doskonale|znakomi\\w*|bardzo (?:dobrze|dobr[ey])|dobr[ey] (?:pytanie|pomysł|odpowiedź)',
      ),
      first('dobrze|dokładnie|zgadza się'),
    ],
  ],
])
