/** The small words of English, which carry grammar rather than a subject. */
const LIST = `a an the this that these those and or but nor so if then else than as because since while when where
whereas although though unless until before after at by for from in into of off on onto out over per to under up via
with within without between against about above across along around during through toward towards upon
i me my mine we us our ours you your yours he him his she her it its they them their theirs one who whom whose which what
how why there here am is are was were be been being do does did done doing have has had having can could may might must
shall should will would ought need let lets not no nor none never only just also too very more most less least much many
some any each every all both few other another such same own again still yet already even once
im ive id ill were weve wed well youre youve youd theyre theyve theres thats its dont doesnt didnt isnt arent wasnt
cant cannot couldnt wont wouldnt shouldnt hasnt havent hadnt whats hows lets because bc therefore thus hence instead rather`

/** Folded function words, without apostrophes. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/))
