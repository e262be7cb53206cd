/** Whether a clause has the form of a question, so that it is one although the question mark is missing. */

/** What may stand before a question without being part of it. */
const LEADS =
  /^(?:(?:and|so|ok|okay|also|plus|first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|now|finally|lastly|hi|hello|hey|hmm+|um+|right|alright|but|or|well|sure|yes|yeah|no|roughly|approximately|approx|overall|in general|generally|at the moment|currently|today|by the way|btw|thanks|thank you|great|fine|got it|i see|understood|please|one more(?: thing| question)?|another (?:thing|question)|(?:[\w']+ ){0,4}questions?(?: [\w']+){0,4}(?=\s*[:–-]))(?:[\s,:.–-]+|$))+/i
const SUBJECT =
  '(?:the|an?|this|that|these|those|there|it|we|you|they|i|he|she|our|your|their|its|any|all|each|every|one|anyone|anybody|someone|somebody|anything|people|ppl|folks|users|customers)'
const AUXILIARY = '(?:is|are|was|were|do|does|did|can|could|should|shall|would|will|has|have|must|may|might)'
const SIZE =
  '(?:many|much|often|long|far|big|large|small|fast|quick|quickly|fresh|late|soon|old|accurate|common|rare|frequent|frequently|stale|strict|reliable|balanced|expensive|costly|high|low|bad|good|serious|severe|effective|sensitive|consistent|sparse|complete|complex|noisy|likely|well|heavy|broad|deep|clean|recent|current|popular|busy|dense|risky|biased|skewed|harmful|important)'

const form = (source: string): RegExp =>
  new RegExp(`^${source.replaceAll('SUBJECT', SUBJECT).replaceAll('AUX', AUXILIARY)}`, 'i')

/** The auxiliary stands before its subject, or nothing but a question begins like that. */
const CERTAIN = [
  form(
    "(?:what|who|whom|where|when|why|how)(?: exactly| else| precisely| specifically)?(?: AUX|['’]s|['’]d) SUBJECT\\b",
  ),
  form('whats SUBJECT\\b'),
  form(`how ${SIZE}(?: \\S+){0,4}? AUX(?:n['’]t)? (?:SUBJECT|\\w+s)\\b`),
  form(
    '(?:what|which)(?! AUX)(?: \\S+){1,4}? (?:do|does|did|can|could|should|will|would|have|are) (?:we|you|they|i|it|there)\\b',
  ),
  form('how (?!i\\b|we\\b|it\\b|to\\b)\\w+ (?:is|are|was|were) (?:SUBJECT|\\w+)\\b(?! by\\b)'),
  form('(?:what|how) about\\b'),
  form(
    'what (?:kind|kinds|type|types|sort|share|fraction|percentage|percent|portion|part|proportion|amount|number|level|ratio|rate|chunk|range) of\\b',
  ),
  form('which of (?:the|these|those|our)\\b(?: \\S+){0,4} (?:is|are|do|does|can|will)\\b'),
  form('which (?:is|are) (?:worse|better|more|costlier)\\b'),
  form('(?:any idea|why now|any evidence|any (?:known|hard|legal|special|other|existing|specific) \\w+)\\b'),
  form('what (?:%|percent|percentage) \\w+'),
  form('how \\w+ (?:need|must|may|can|should|do|does) (?:we|i|it|you|the)\\b'),
  form("(?:is|are|do|does|did|can|could|will|would|has|have)(?:n['’]?t)? (?:there|we|you|they)\\b"),
]

/** A question as long as no main verb follows, which would make it the subject of a statement. */
const OPEN = [
  form("(?:what|who|whom|where|when|why|how)(?: exactly)?(?: AUX|['’]s) (?!more\\b|not\\b|be\\b)\\w+"),
  form(
    'what (?:\\w+ly )?(?:happens|counts as|constitutes|defines|triggers|qualifies)\\b(?! (?:is|here|then)\\b)',
  ),
  form('who (?!AUX\\b|SUBJECT\\b)\\w+'),
]
const MAIN = /\s(?:is|are|was|were|will|would|has)\b/i
const AFTER = /\s(?:when|if|once|after|while|that|who)\b.*$/i

const SIZED = form(`how ${SIZE}\\b`)
const DECIDES =
  /(?<!\boff)\s(?:decides?|determines?|depends?|matters?|drives?|limits?|sets?|tells?|shapes?|governs?|dictates?|follows?|is (?:what|another|the|an?|not|key|critical|important|decided|set|up|less|more|open|clear|unclear|unknown))\b/i

/** `what` and `which` before a verb or a subject open a statement; before a noun they ask. */
const NOUNED =
  /^(?:what|which)(?= [a-z])(?! (?:is|are|was|were|do|does|did|can|could|should|shall|would|will|has|have|had|must|may|might|i|we|you|they|he|she|it|the|an?|this|that|these|those|my|our|there|if|in|on|at|for|to|by|of|then|first|only|still|really|also|again|more|not|goes|comes|breaks|moves|stays|remains|helps|matters|counts|changes|follows|happens|works|fails|hurts|worries|makes|decides|drives|needs|costs|gets|gives|keeps|saves|limits|brings|means|leaves|leads|takes|explains|tells|suggests|says|implies|looks|seems|sounds|turns|shows|lets|allows|reduces|avoids|feels|went|broke|came|made|got|\w+ly)\b)(.*)$/i

const ASKS_WHETHER = [
  form("(?:is|are|was|were)(?:n['’]t)? SUBJECT\\b"),
  form(
    '(?:is|are) (?!(?:not|also|just|only|still|then|so|why|what|where|how|because|fine|good|ok|okay|enough|important|needed|too|very|more|less|in|on|at|by|for|from|to|of|like|as|done|built|kept|made|sent|run|put|set|up)\\b)\\w+(?<!ed|ly) \\w+',
  ),
  form(
    "(?:do|did)(?:n['’]t)? (?:(?:we|you|they|i|users|people|customers|all|any) \\w+|(?:the|our|these|those) \\w+s \\w+)",
  ),
  form("does(?:n['’]t)? (?!not\\b)\\w+ \\w+"),
  form("(?:can|could|may|might|should|shall|will|would|must)(?:n['’]t)? SUBJECT\\b"),
  form('(?:have|has) (?:we|you|they|there|it|anyone|anybody|someone|any)\\b'),
  form('has the\\b'),
]
/** `Next is the split`, and `should the store fail, we ...`. */
const NOT_WHETHER = [/(?:first|second|third|next|then|now|last|finally)\s+$/i]
const CONDITION = /^(?:should|were|had)\b[^,?]*,\s*(?:we|i|the|it|then|my|our)\b/i

const ANY =
  /^any (?!of\b)(?:[\w/-]+ ){0,5}?(?:constraint|limit|requirement|restriction|budget|sla|deadline|figure|number|data|label|regulation|guardrail|preference|rule|concern|target|goal|system|baseline|model|bound|assumption|latency|privacy|legal|cost)s?\b(?!.*\s(?:is|are|would|will|can|should|has|must|goes|works)\b)/i

/** What is named before a colon, as in `one thing: what is the latency`. */
const TOPIC = /^(?!(?:what|who|which|when|where|why|how)\b)(?:\S+ ?){1,4}$/i
const WHAT_IF = /^what if\b/i
const THEN = /^[,;]\s*(?:we|i|then|the)\b/i

/** True when the words ask something by their order alone. */
export const asksByForm = (text: string): boolean => {
  const lead = LEADS.exec(text)?.[0] ?? ''
  const bare = text.slice(lead.length)
  const [clause = ''] = bare.split(/[,;?:]/)
  const rest = bare.slice(clause.length)
  if (/^\s*:\s*\S/.test(rest) && !/\bor\b/i.test(rest))
    return TOPIC.test(clause) && asksByForm(rest.replace(/^\s*:\s*/, ''))
  if (WHAT_IF.test(clause)) return !THEN.test(rest)
  if (CERTAIN.some((one) => one.test(clause)))
    return !/^(?:how|why|where|when) (?:do|would|will|did) i\b|^what (?:would|will|did) i\b/i.test(clause)
  if (OPEN.some((one) => one.test(clause)))
    return !MAIN.test(clause.replace(/^\S+(?: exactly)? \S+/, '').replace(AFTER, ''))
  if (SIZED.test(clause)) return !DECIDES.test(clause)
  const noun = NOUNED.exec(clause)?.[1]
  if (noun !== undefined)
    return (
      !DECIDES.test(clause) &&
      (new RegExp(`\\s${AUXILIARY}\\b`, 'i').test(noun) || noun.trim().split(/\s+/).length < 4)
    )
  if (ANY.test(clause)) return true
  if (NOT_WHETHER.some((one) => one.test(lead)) || CONDITION.test(bare)) return false
  return ASKS_WHETHER.some((one) => one.test(clause))
}
