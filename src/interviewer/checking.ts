/** Questions about the talk itself rather than about the problem: for them nothing is told and nothing assumed. */

export type Checking = 'clock' | 'program' | 'course'

/** What a question about the talk is about, or nothing when it is about the problem. */
export const checking = (sentence: string): Checking | undefined =>
  CLOCK.test(sentence)
    ? 'clock'
    : PROGRAM.test(sentence)
      ? 'program'
      : COURSE.test(sentence) || TAG.test(sentence)
        ? 'course'
        : undefined

const CLOCK =
  /\b(?:how (?:much|many)(?: more)? (?:time|minutes?|mins?) (?:(?:is|are|do (?:we|i) have|have (?:we|i)(?: got)?|we have|i have) (?:still )?(?:left|remaining|remain)|left|remain(?:s|ing)?)|how (?:much time|many minutes|long) (?:do|have) (?:we|i) (?:have |got )?(?:left|for this|for (?:the )?(?:interview|stage|part|section)|in total|today)|how much time (?:do|have) (?:we|i)(?: have| got)?\W*$|how long (?:is|will) (?:this|the) (?:interview|stage|part|section|talk)|what(?:'s|’s|s| is) the time|what time is it|how are we (?:doing )?(?:on|for) time|am i (?:on|in|out of|over) time|(?:time|minutes) (?:left|remaining))/i
const PROGRAM =
  /\bare you (?:an? )?(?:really )?(?:an? )?(?:human|bot|robot|ai|person|real|machine|program|llm|chat ?bot|model|chatgpt)\b|\b(?:who|what) are you\W*$|\bam i (?:talking|speaking|chatting) (?:to|with)\b|\bwho (?:wrote|made|built|trained|programmed) you\b|\bwhat(?:['’]?s| is| are) your (?:name|favou?rite)|\b(?:which|what) (?:model|ai|bot) are you\b|\bis (?:this|that) (?:an? )?(?:bot|human|ai|real person)\b/i
const COURSE =
  /\b(?:(?:does|did|do|would|will|is) (?:that|this|it|these) (?:all )?(?:make sense|sound|work for|work\W*$|answer|help|ok|okay|fine|alright|all right|enough|clear|right|correct|good|acceptable|what you|match what you|fit what you)|is (?:that|this|it) (?:how|the way|as|where) (?:you|we)|is it (?:ok|okay|fine|alright|all right)|is (?:that|this) (?:depth|level|direction|plan|order)|(?:ok|okay|fine|alright|all right|good|fair) (?:with|by|for) (?:you|that)|fair enough|(?:shall|should|may|can|could) (?:i|we) (?:please )?(?:go|start|begin|continue|move|proceed|skip|dive|keep|stop|jump|come back|return|elaborate|explain|draw|type|write|use a|share)|do you (?:want|need|prefer|agree|follow|see|understand)\b|do you like (?:it|this|that)|would you (?:like|prefer|rather|want)|which (?:one |part |of (?:them|these|those) )?(?:would|do) you (?:like|prefer|want|rather)|where (?:would|do) you (?:like|want)|what (?:would|do) you (?:think|say|like|want me|prefer|expect me)|sounds? (?:good|right|ok|okay|fair)|mak(?:e|es|ing) (?:any )?sense|any (?:questions|thoughts|objections|comments|feedback)|anything (?:else )?you|you (?:there|ok|okay|with me)\b|are you (?:there|still|with me|ok|okay|following|happy|sure|done|ready)|(?:can|could|do) you (?:hear|see|read) (?:me|this|my)|can you wait|what do you mean|(?:can|could|would) you (?:please )?(?:repeat|rephrase|say that|help|give me a (?:hint|clue|tip)|(?:explain|clarify) (?:the|your|that|this) question)|what was (?:the|your) question|come again|(?:tell me|let me know|stop me|say so|shout) (?:if|whether|when|where|which) (?:you|i|that|this|it)|am i (?:right|on (?:the right )?track|going|too|missing|clear|being|allowed|done|doing)|how am i doing|(?:we|you) good|next (?:stage|part|step|section)|ready (?:to|for) (?:go|move|continue|start|the next))\b|^(?:maybe|perhaps|i guess) (?:i |we |let['’]?s )?(?:(?:can|could|should|would) )?(?:just )?(?:start|begin|go|try|use|take|do|look|build|train)\b|^(?:[\w, ]{0,12})?(?:all good|agreed|anyone there|hello|still there|is anyone there)\W*$/i
const TAG = /,\s*(?:ok|okay|yes|no|yeah|fine|good|alright|agreed|deal|you know)\s*\?\W*$/i

/** A statement put up for a yes: it may be confirmed by a fact, and nothing is open about it. */
export const CONFIRMING =
  /[,;:–-]\s*(?:right|correct|isn['’]?t it|aren['’]?t they|don['’]?t we|am i right|is that right|is that correct)\s*\?\W*$|[,;.:–-]\s*is (?:that|this) (?:the|your|our)(?: \w+){1,3}\s*\?\W*$|\b(?:can|may|should|shall|could) (?:i|we) (?:assume|take|suppose|treat)\b|\bis it (?:safe|fair|ok|okay) to assume\b/i
