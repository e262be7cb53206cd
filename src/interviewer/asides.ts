/** One sentence to what somebody asks about the talk itself, or types as a command without its stroke. */
import { isOneQuestion } from '../flow/flow.ts'
import { words } from '../flow/words.ts'
import type { Checking } from './checking.ts'
import type { Brief } from './interviewer.ts'
import type { Question } from './questions.ts'
import { unused } from './wording.ts'

/** The sentence to the questions about the talk among these; empty where none waits for one. */
export const aside = (brief: Brief, heard: readonly Question[]): string => {
  const kinds = heard.flatMap(({ checks, clauses, text }) =>
    checks === undefined || (checks === 'clock' && clauses.length > 0 && !LEFT.test(text)) ? [] : [checks],
  )
  return [...new Set(kinds)]
    .slice(0, MOST)
    .map((kind) => said(kind, brief))
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Whether all that is asked is help with the question that stands, so that no other one is put. */
export const helps = (heard: readonly Question[]): boolean =>
  heard.length > 0 && heard.every(({ checks }) => checks !== undefined && HELP.has(checks))

const HELP: ReadonlySet<Checking> = new Set(['hint', 'meaning', 'repeat', 'pause', 'language'])

/** The sentence to a command that was typed as a plain word, if the whole message is one. */
export const typed = (brief: Brief, text: string): string | undefined => {
  if (words(text.slice(0, LONGEST)).length > FEW) return undefined
  const word = COMMAND.exec(text)?.[1]?.toLowerCase()
  const kind = WANTED.test(text)
    ? 'hint'
    : LOST.test(text)
      ? 'meaning'
      : BY_WORD.get(word?.split(/\s/)[0] ?? '')
  const sentence = kind === undefined ? '' : said(kind, brief)
  return sentence === '' ? undefined : sentence
}

/** Sentences of one reply. */
const MOST = 2
const FEW = 8
const LONGEST = 200
/** What is certainly about the clock of the talk, also beside another question. */
const LEFT = /\b(?:left|remain\w*|minutes?|interview|stage|section)\b/i

type Kind = Checking | 'end' | 'help' | 'back'

const said = (kind: Kind, { flow, options, spoken, seed }: Brief): string => {
  const one = isOneQuestion(flow)
  const hints = options.mode !== 'exam' || one
  const list =
    kind === 'next' && one ? SENTENCES.end : hints ? SENTENCES[kind] : (NO_HINTS[kind] ?? SENTENCES[kind])
  return unused(list, spoken, `${seed} ${kind}`) ?? ''
}

const COMMAND =
  /^\W*(?:(?:ok|okay|please|now|then|let['’]?s|let us|(?:can|could|may) (?:we|i)|i (?:want|would like) (?:to|the)|i['’]d like (?:to|the)|the|go)[\s,.:]+)*((?:hint|clue|next|end|stop|quit|exit|finish|pause|break|repeat|again|time|clock|help|back|previous)(?: (?:question|stage|part|section|step|interview|this))?)(?:\W+(?:please|pls|now|then|thanks))*\W*$/i
const WANTED =
  /^\W*(?:please )?(?:i (?:need|want|would like|could use|would need)|give me|i['’]d like|some|a)\b[^?]*\b(?:hint|clue|nudge|help)s?(?:\W+(?:please|pls|now|here|on this|for this))*\W*$/i

const LOST =
  /^\W*(?:(?:sorry|hm+|well|i['’]?m sorry)\W+)*i (?:do not|don['’]?t|did not|didn['’]?t) (?:really |quite )?(?:understand|get|follow)(?: (?:you|it|that|this|(?:the|your|this|that) question))?\W*$/i

const BY_WORD: ReadonlyMap<string, Kind> = new Map([
  ...['hint', 'clue'].map((word) => [word, 'hint'] as const),
  ['next', 'next'],
  ...['end', 'stop', 'quit', 'exit', 'finish'].map((word) => [word, 'end'] as const),
  ...['pause', 'break'].map((word) => [word, 'pause'] as const),
  ...['repeat', 'again'].map((word) => [word, 'repeat'] as const),
  ...['time', 'clock'].map((word) => [word, 'clock'] as const),
  ['help', 'help'],
  ...['back', 'previous'].map((word) => [word, 'back'] as const),
])

/** What is said instead in an exam. */
const NO_HINTS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  hint: ['An exam has no hints.', 'There are no hints in an exam.'],
  meaning: ['I leave the question as it is.', 'The question stands as I put it.', 'Take it as you read it.'],
}

const SENTENCES: Readonly<Record<Kind, readonly string[]>> = {
  clock: [
    '/time shows the clock.',
    'For the clock there is /time.',
    'Type /time for the minutes left.',
    '/time tells how far we are.',
  ],
  program: [
    'I am a program that asks questions, no person.',
    'You are talking to a program.',
    'No person sits here, only a program.',
    'I am software, and I keep to the interview.',
  ],
  hint: [
    'Type /hint for a nudge.',
    '/hint gives you one.',
    'For that there is /hint.',
    'Each /hint tells a little more.',
  ],
  next: [
    '/next leads to the next part.',
    'Type /next when you are done here.',
    'For the next part there is /next.',
    'With /next we go on to the part that follows.',
  ],
  back: ['/back leads to the part before.', 'Type /back for the part before.'],
  end: [
    '/end closes the interview and brings the report.',
    'Type /end to close the interview.',
    'With /end the interview is over, and the report comes.',
  ],
  help: ['/help lists what you can type.', 'Type /help for all that you can type.'],
  pause: [
    'Take the time you need; /pause stops the clock.',
    'Take your time, and /pause for a break.',
    '/pause makes the clock stand still.',
    'For a break there is /pause.',
  ],
  repeat: [
    '/repeat shows my question again.',
    'Type /repeat to see my question once more.',
    'For my last question there is /repeat.',
    'With /repeat you get the question again.',
  ],
  meaning: [
    'The question stands as I put it; /hint tells more.',
    'Take it as you read it, or type /hint.',
    'I leave the question as it is; a nudge comes with /hint.',
  ],
  language: ['I understand English only.', 'Only English, please.', 'Nothing but English reaches me.'],
  verdict: [
    'Verdicts come at the end, with the report.',
    'I judge nothing while we talk; the report does.',
    'How that counts you will read in the report.',
    'That is for the report to say.',
    'I keep all judgement for the report.',
  ],
  choice: [
    'The choice is yours.',
    'I leave that to you.',
    'Take what you think matters more.',
    'You decide that.',
    'That is up to you.',
  ],
  follow: [
    'I am with you.',
    'I follow you.',
    'I hear you.',
    'I can follow that.',
    'I am here and listening.',
  ],
  consent: [
    'That suits me.',
    'Do it that way.',
    'Agreed.',
    'I have nothing against it.',
    'That is fine with me.',
  ],
  course: [],
}
