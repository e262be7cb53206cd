/** A statement that is put up for a yes. */

/** True of a guess at how things are; what somebody means to do is none. */
export const confirming = (text: string): boolean =>
  CONFIRMING.test(text) && !(YES_OR_NO.test(text) && PROPOSES.test(text))

/** A statement put up for a yes: it may be confirmed by a fact, and nothing is open about it. */
const CONFIRMING =
  /[,;:–-]\s*(?:right|correct|isn['’]?t it|aren['’]?t they|don['’]?t we|am i right|is that right|is that correct)\s*\?\W*$|[,;.:–-]\s*is (?:that|this) (?:so|true|the case|how it is)\s*\?\W*$|[,;.:–-]\s*is (?:that|this) (?:the|your|our)(?: \w+){1,3}\s*\?\W*$|(?<!\b(?:how|what|which) )\b(?:can|may|should|shall|could) (?:i|we) (?:assume|take(?! (?:an?|one|two|five|my|some|the) (?:\w+ ){0,2}(?:break|minutes?|mins?|moment|seconds?|secs?|pause|time|look|notes?)\b)|suppose|treat)\b|\bis it (?:safe|fair|ok|okay) to assume\b/i

/** The short question behind it, which is no part of what is asked. */
export const YES_OR_NO =
  /[\s,;:–-]+(?:(?:is|would) (?:that|this|it)(?: be)? (?:about |roughly |all )?(?:right|correct|so|true|accurate|the case)|am i right)\s*\?\W*$/i

/** What somebody means to do is no guess at how things are. */
const PROPOSES =
  /\b(?:i(?:['’]d| would| will|['’]ll| want| start| use| take| go| propose| plan| choose)|let['’]?s|we (?:should|could|would|will)|my (?:plan|choice|label|metric|model))\b/i
