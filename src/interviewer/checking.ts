/** Questions about the talk itself rather than about the problem: for them nothing is told and nothing assumed. */

/** What a question about the talk is about; `course` is one that waits for no word. */
export type Checking =
  | 'clock'
  | 'program'
  | 'hint'
  | 'next'
  | 'pause'
  | 'repeat'
  | 'meaning'
  | 'language'
  | 'verdict'
  | 'choice'
  | 'follow'
  | 'consent'
  | 'course'

/** What a question about the talk is about, or nothing when it is about the problem. */
export const checking = (sentence: string): Checking | undefined =>
  KINDS.find(([, pattern]) => pattern.test(sentence))?.[0]

/** Whether a statement was made, and only a word put behind it. */
export const tagged = (sentence: string): boolean => TAG.test(sentence)

const TAG = /,\s*(?:ok|okay|yes|no|yeah|fine|good|alright|agreed|deal|you know)\s*\?\W*$/i
const CLOCK =
  /\b(?:how (?:much|many)(?: more)? (?:time|minutes?|mins?) (?:(?:is|are|do (?:we|i) have|have (?:we|i)(?: got)?|we have|i have) (?:still )?(?:left|remaining|remain)|left|remain(?:s|ing)?)|how (?:much time|many minutes|long) (?:do|have) (?:we|i) (?:have |got )?(?:left|for this|for (?:the )?(?:interview|stage|part|section)|in total|today)|how much time (?:do|have) (?:we|i)(?: have| got)?\W*$|how long (?:is|will) (?:this|the) (?:interview|stage|part|section|talk)|what(?:'s|’s|s| is) the time(?: now| left)?\W*$|what time is it|how are we (?:doing )?(?:on|for) time|am i (?:on|in|out of|over) time|how long will (?:this|it) (?:all )?take\W*$|(?:time|minutes) (?:left|remaining))/i
const PROGRAM =
  /\bare you (?:(?:even|really|actually|just|maybe|perhaps|only|like|some|kind of|some kind of|sort of|in fact|still|an?|the|real|actual|live) )*(?:human|bot|robot|ai|a\.i\.|person|real|machine|program|llm|chat ?bot|model|chatgpt|software|script)\b|\b(?:who|what) are you\W*$|\bam i (?:(?:even|really|actually|just) )?(?:talking|speaking|chatting|writing) (?:to|with)\b|\bwho (?:wrote|made|built|trained|programmed) you\b|\bwhat(?:['’]?s| is| are) your (?:name|favou?rite)|\b(?:which|what) (?:model|ai|bot) are you\b|\bis (?:this|that) (?:an? )?(?:bot|human|ai|real person)\b/i

/** How somebody asks leave for himself, or for both. */
const MAY =
  '(?:shall|should|may|can|could|might) (?:i|(?<!\\b(?:how|what|which|who)\\b.*)we) (?:(?:please|just|also|maybe|perhaps|now|then|first|quickly|already|briefly) )*'
/** What is done in a talk; the same verbs may be about the problem, as in `may I keep personal data`. */
const DEEDS = [
  'go(?:\\W*$|[,;.?]| (?:on(?! (?:the|our|your|those|these|a|an)\\b)|ahead|back to (?:the|my|that|your)|deep(?:er)?|into|in(?:to)? (?:more )?depth|through|with|straight|right|now|next|further|forward|to|for (?:the|that|it|this)|over (?:the|my|this|that|it)(?! (?:budget|limit|cap|time))|for it)\\b)',
  '(?:start|begin|continue|proceed|carry on|dive|jump|move)(?:\\W*$|[,;.?]| (?:with|by|at|on|from|now|there|here|then|to|in|into|over|ahead|back|straight|right|off|like|again|talking|explaining|drawing|designing|describing|sketching|building|thinking|my|the (?:design|interview|next|estimat\\w+|discussion|part|stage))\\b)',
  'keep(?:\\W*$|[,;.?]| (?:going|talking|explaining|on|to|it (?:short|brief|high|simple)|this (?:short|brief|for later)|that for later|my \\w+ (?:short|brief))\\b)',
  'use (?:an?|the|my|some)? ?(?:white ?board|diagram|drawing|sketch|calculator|paper|pen|bullet|notes?|pseudo ?code|formula|picture|minute|moment)',
  '(?:take|have|get|need) (?:an?|one|some|my|another|two|five|the) (?:(?:few|couple of|short|quick|little|brief|closer|minute or) )*(?:break|minutes?|mins?|moment|seconds?|secs?|pause|time|look|sip|step|stab|guess|note|notes|think)\\b',
  'stop(?:\\W*$|[,;.?]| (?:here|there|now|at (?:this|that)|with (?:this|that))\\b)|come back|return(?:\\W*$| to\\b)',
  'skip(?:\\W*$|[,;.?]| (?:this|that|it|to|ahead|over|the (?:rest|part|stage|question|estimat\\w+|maths?|sums?|details?|baseline|overview|step|section|\\w+ (?:part|stage|section|step))|(?:stage|part|section)\\b))',
  'think(?! about\\b)|elaborate',
  'explain(?:\\W*$|[,;.?]| (?:my|this|that|it|why i|how i|the (?:idea|plan|design|choice|reason\\w*))\\b)',
  'draw(?:\\W*$|[,;.?]| (?:it|this|that|an?|the|some|my|boxes|first|now|here)\\b(?! (?:\\w+ )?(?:samples?|data|rows?)))',
  '(?:type|write|answer|talk|speak)(?:\\W*$|[,;.?]| (?:it|this|that|down|up|out|in|here|my|bullet|pseudo ?code|code|about|an? (?:list|formula|table)|the|some)\\b(?! (?:\\w+ )?(?:users?|customers?|buyers?|data|rows?)))',
  'share (?:an?|my|the|some) (?:screen|diagram|drawing|sketch|thoughts?|idea|plan|link|picture)',
]
const LEAVE = `${MAY}(?:${DEEDS.join('|')})`
/** What of a plan somebody asks about. */
const MINE =
  '(?:that|this|it|these|those|(?:my|the|such an?|that|this) (?:[\\w-]+ ){0,3}?(?:plan|approach|idea|order|split|route|way|structure|agenda|outline|proposal|direction)(?: (?:of|for|in|to|with)(?: [\\w-]+){1,3}?)?)'
const OK = '(?:ok|okay|fine|alright|all right)'
/** Leave for something in the talk; leave to use or send something is about the problem. */
const OK_SO = `${OK}(?! to (?!go|start|begin|skip|move|continue|proceed|leave|come|focus|think|write|draw|talk)\\w)`

const any = (...sources: string[]): RegExp => new RegExp(sources.join('|'), 'i')

const HINT = any(
  "\\b(?:give me|(?:can|could|may|might) (?:i|we) (?:please )?(?:have|get|ask for)|any|another|i(?: could|['’]d)? (?:need|want|like|use)|do you have|is there) (?:(?:an?|any|some|another|one|more|small|little|the|few|quick|tiny) )*(?:hint|clue|nudge|pointer)s?\\b",
  '\\bgive me (?:(?:an?|some|small|little) )*tips?\\b',
  '\\b(?:can|could|would) you (?:please )?(?:help|nudge|guide|assist)(?: me| us)?(?: (?:out|here|a (?:bit|little)|with (?:this|that|it)|please|on this))*\\W*$',
  '\\bwhat should i (?:know|say|answer|do(?: now| next| here)?|cover|mention|talk about|ask)(?: (?:here|now|next|first|you))*\\W*$',
)
const NEXT = any(
  `\\b${MAY}(?:(?:move|go|continue|proceed|skip|jump|get) (?:on |over |ahead |forward )?(?:to |with )?(?:the |your )?(?:next|following|\\w+ (?:part|stage|section|step))\\b|move on\\b|move forward\\b|skip\\b)`,
  '\\b(?:are (?:we|you)|am i) (?:done|finished|through)\\b',
  '\\b(?:we|you) good\\b|\\bnext (?:stage|part|section|question)\\b|\\bnext step\\W*$|\\bready (?:to|for) (?:go|move|continue|start|the next)\\b',
)
const PAUSE = any(
  '\\b(?:can|could|may|shall|should|might) (?:we|i) (?:please )?(?:just )?(?:have|take|get|need) (?:an?|one|some|two|five|my|another) (?:(?:short|quick|little|brief|few|couple of) )*(?:break|minutes?|mins?|moment|seconds?|secs?|pause|time)\\b',
  '\\bcan you wait\\b',
)
const REPEAT = any(
  '\\b(?:can|could|would) you (?:please )?(?:repeat|say (?:that|it))|\\bwhat (?:exactly )?was (?:the|your) question|\\bcome again\\b',
)
const MEANING = any(
  '\\b(?:can|could|would) you (?:please )?(?:(?:rephrase|reword)\\b|(?:explain|clarify) (?:the|your|that|this) question)',
  '\\b(?:can|could|would) you (?:please )?be (?:(?:a bit|a little|more) )*(?:specific|precise|concrete|clearer|clear)\\W*$',
  '\\b(?:can|could|would) you (?:please )?give (?:me|us) (?:an example|more (?:context|details?))\\W*$',
  '\\bwhat do you mean\\b|\\bwhy do you ask\\b|\\bwhat are you (?:looking for|getting at|asking|aiming at)(?: here| from me)?\\W*$',
  '\\bare you asking\\b|\\bis your question\\b',
)
const TONGUE =
  '(?:german|deutsch|spanish|french|italian|portuguese|dutch|polish|russian|turkish|chinese|japanese|hindi|arabic|swedish|another language|other languages|my (?:own |native )?language)\\b'
const LANGUAGE = any(
  `\\b(?:can|could|may|shall|should) (?:i|we) (?:\\w+ ){0,3}?(?:answer|reply|write|type|speak|talk|continue|switch|go on|do this|use|explain)\\b[^,;]*\\b${TONGUE}\\W*$`,
  `\\bdo you (?:also )?(?:speak|understand|know)\\b[^,;]*\\b${TONGUE}`,
)
const VERDICT = any(
  '\\bhow am i (?:doing|going)\\b',
  '\\bam i (?:right|on (?:the right )?track|missing|wrong|close|too)\\b|\\bam i going(?! to\\b)',
  "\\bwhat(?:['’]?s| is| would be| was) (?:the|your|a) (?:(?:really|actually) )?(?:right|correct|best|expected|ideal|model|perfect|good) (?:answer|solution|response|reply|thing to say)\\b",
  '\\b(?:did|does|do|is|was|were|are) (?:that|this|it|these|those)(?: all)? (?:answers?|help|enough|right|correct|wrong|good|acceptable|better|what you|match what you|fit what you|the (?:right|correct) answer|how you)\\b(?! for the\\b)',
  '\\bis (?:that|this) (?:the (?:right|wrong) )?(?:depth|level|direction|track|way|order)\\b',
  '\\bis (?:that|this|it) (?:how|the way|as|where) (?:you|we)\\b',
  '\\bany (?:feedback|criticism|comments)\\b(?! (?:from|by|of|loops?|signals?|data)\\b)|\\bwhat (?:would|do|did) you (?:think|say)\\b|\\bwas (?:my|that|the) (?:\\w+ ){0,2}answer\\b',
  '\\bhow (?:was|is|did) (?:my|that) (?:answer|plan|design|performance)\\b',
  '\\b(?:did|will|would|do) i (?:pass|fail|get (?:the|this) job)\\b',
)
/** What somebody offers to say; `fewer declines` is no offer. */
const OFFER =
  '(?:\\W*$|[,;]| (?:me|us|i|we|to|that|it|this|these|those|an?|the|more (?:detail|depth|on|of)|less detail|some|any|both|also|depth|breadth|details?|numbers|figures|code|first|go|hear|see)\\b)'
const CHOICE = any(
  `\\bwould you (?:like|prefer|rather|want)${OFFER}|\\bdo you prefer${OFFER}|(?<!\\b(?:what|when|how \\w+) )\\bdo you (?:want|need)${OFFER}|\\bdo you like (?:it|this|that)\\b`,
  '\\bwhich (?:one |part |of (?:them|these|those) )?(?:would|do) you (?:like|prefer|want|rather)(?! have\\b)',
  '\\bwhere (?:would|do) you (?:like|want)|\\bwhat (?:would|do) you (?:like|want me|prefer|expect me|expect from me)',
  '\\b(?:what|how|which \\w+) would you (?:yourself |personally )?(?:do|go|choose|pick|take|decide|answer|start|begin)\\b(?=.*\\b(?:in my (?:place|shoes|position|case)|if you were me|yourself|personally|here|now|next)\\b|\\W*$)',
  '^(?:want|prefer|more on)\\b|\\b(?:want|prefer|rather)\\b.{0,60}\\b(?:deeper|more detail|in depth|instead of)\\b',
)
const FOLLOW = any(
  `\\b${MAY}ask(?: you)?(?:\\W*$|[,;.?]| (?:questions?|something|anything|back|again|now|(?:an?|some|another|one|more)(?: [\\w-]+){0,2} (?:questions?|things?|points?|follow-?ups?))\\b)`,
  `\\b(?:does|did|do|would|will|is) ${MINE} (?:all )?(?:make sense|sound|clear)\\b`,
  '\\bmak(?:e|es|ing) (?:any )?sense\\b|\\bsounds? (?:good|right|ok|okay|fair)\\b|\\b(?:clear|good|fair|ok|okay|fine|alright|all right) so far\\b|\\bfair enough\\b',
  '\\bdo you (?:agree|follow|see|understand)\\b|\\byou (?:there|ok|okay|with me)\\b|\\bare you (?:there|still|with me|ok|okay|following|happy|sure|ready)\\b|\\b(?:can|could|do) you (?:hear|see|read) (?:me|this|my)\\b',
  '\\bam i (?:clear|being|doing|allowed(?! to\\b))\\b|\\bany (?:questions|thoughts|objections)\\b(?! (?:from|by|of)\\b)|\\banything (?:else )?you\\b',
  '^(?:[\\w, ]{0,12})?(?:all good|agreed|anyone there|hello|still there|is anyone there)\\W*$',
  TAG.source,
)
const CONSENT = any(
  `\\b(?:does|did|do|would|will|is) (?:that|this|it|these) (?:all )?(?:work for|work\\W*$|suit|${OK_SO})`,
  `\\b(?:does|do|would|will|is|are) ${MINE} (?:work for (?:you|us)|suits? (?:you|us)|suit\\W*$|${OK_SO}\\b)`,
  `\\bis it ${OK}(?: (?:with|for|by) (?:you|me|us))?(?:\\W*$| (?:if|that|when) (?:i|we)\\b| to (?:go|start|begin|skip|move|continue|proceed|leave|come|focus|think|write|draw|talk)\\b)`,
  '\\b(?:do|would) you mind(?:\\W*$|,| (?:if|me|my|when|that i|us|starting|going)\\b)',
  `\\b(?:${OK}|good|fair|clear) (?:with|by|for) (?:you|that)\\b`,
  `\\b${LEAVE}`,
)
const COURSE = any(
  '\\b(?:is|are|will|do you|does) (?:this|the|our|my|these) ?(?:interview|talk|chat|conversation|answers?|messages?|session)(?: being| be)? (?:record|stor|sav|kept|log)',
  '\\b(?:tell me|let me know|stop me|say so|shout) (?:if|whether|when|where|which) (?:you|i|that|this|it)\\b',
  "^(?:maybe|perhaps|i guess) (?:i |we |let['’]?s )?(?:(?:can|could|should|would) )?(?:just )?(?:start|begin|go|try|use|take|do|look|build|train)\\b",
)

/** The first that fits is meant. */
const KINDS: readonly (readonly [Checking, RegExp])[] = [
  ['clock', CLOCK],
  ['program', PROGRAM],
  ['course', COURSE],
  ['hint', HINT],
  ['language', LANGUAGE],
  ['pause', PAUSE],
  ['repeat', REPEAT],
  ['meaning', MEANING],
  ['choice', CHOICE],
  ['next', NEXT],
  ['verdict', VERDICT],
  ['follow', FOLLOW],
  ['consent', CONSENT],
]
