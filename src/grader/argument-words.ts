/** The words by which an argument is told from talk, as data. A pair is two words in a row, joined by a plus. */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Pairs by their first word, so that most words are done with at one look. */
const pairs = (list: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const out = new Map<string, Set<string>>()
  for (const [first = '', second = ''] of list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('+')))
    out.set(first, (out.get(first) ?? new Set()).add(second))
  return out
}

/** What gives a reason, a purpose or a consequence. */
export const REASONS = set(`
  because since therefore hence thus thereby otherwise consequently means implies ensures prevents avoids lets allows
  forces reduces hurts breaks causes makes justifies tradeoff tradeoffs bc reason reasons worse cheaper costs outweighs
  else hides loses saves kills drowns
`)
export const REASON_PAIRS = pairs(`
  in+order so+that such+that which+means that+means this+means due+to leads+to lead+to a+result the+cost to+avoid
  to+prevent to+keep to+reduce to+stop to+make trade+off trade+offs for+example would+be that+way that+is what+for
`)

/** What sets one thing against another, or turns one down. */
export const CONTRASTS = set(`
  but rather instead whereas although though unless not never nor without however yet versus vs neither despite except
  dont doesnt didnt wont wouldnt cant cannot isnt arent shouldnt drop dropped reject rejected skip refuse beats loses no
  nobody nothing none still even while against
`)

/** What pins a claim down: how many, which ones, who, when, for how long, at what cost. */
export const BOUNDS = set(`
  only once per each every half twice double third quarter share rate within under below above until before after least
  most last next same first second two three ten hundred few ones those both own other seconds minute minutes min
  hour hours day days week weeks month months year years night today daily weekly hourly nightly monthly late early
  cap cut fixed limit budget cost costs cheap count counts average list row rows page call calls person people who whose
  stay stays wait waits stop stops send sends log logged read reads see sees look looks say says watch drop drops keep
  anything else away back rest now live full small must
`)

/** What could be said of anything. */
export const VAGUE = set(`
  basically generally general usually typically normally maybe perhaps possibly probably some somehow something stuff
  things various etc properly carefully appropriate appropriately robust scalable modern powerful advanced efficient
  overall quality suitable relevant best better standard practice practices obviously naturally everything whatever
  kind sort ensure important also think could should really very similar nice definitely certainly proper several many
  lot lots good great flexible seamless holistic comprehensive might need needed needs always quite main possible such
  business design system problem scale performance
`)
export const VAGUE_PAIRS = pairs(`
  and+so so+on as+well make+sure we+can we+could we+should should+be could+be would+help best+practice of+course
  in+general kind+of sort+of and+then it+depends state+of and+others a+lot depends+on i+think i+guess i+believe
  pretty+much more+or the+model the+data the+user the+users the+system the+features a+model all+of we+need we+have
  the+best the+most there+are this+is can+be i+would i+also for+example number+of
`)
