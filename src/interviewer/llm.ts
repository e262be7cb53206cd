/**
 * The interviewer that a model leads. Code holds the rails: an opening, a return and a change of requirement are the words
 * of flow and problem, and nothing is said that was not checked.
 */
import type { Noticed } from '../interview/events.ts'
import { askOn, type Errand, type Model, ModelFailure } from '../model/model.ts'
import type { InterviewerAnswer } from '../prompt/interviewer-answer.ts'
import type { Prompts } from '../prompt/prompts.ts'
import { spokenIn } from '../prompt/spoken.ts'
import type { Turn } from '../prompt/turn.ts'
import { plainlyAsked } from './check/asked.ts'
import { type Fault, faultsOf, faultsOfWords } from './check/checks.ts'
import type { Draft, Talk } from './check/draft.ts'
import { verbatim } from './check/move.ts'
import type { Interviewer, Reply } from './interviewer.ts'
import { type Showing, showing } from './llm-words.ts'
import { scriptedInterviewer } from './scripted.ts'

export type Means = {
  model: Model
  prompts: Prompts
  /** A mark that no candidate can know, the same for the same interview. */
  mark: (interview: string) => string
}

/** It can be told the language to speak. */
export type LedInterviewer = Omit<Interviewer, 'reply'> & {
  reply(talk: Talk, onDelta?: (words: string) => void, errand?: Errand): Promise<Reply>
}

/** What the model said may not be said, twice; the message names the checks and gives nothing of the problem away. */
export class ReplyRefused extends ModelFailure {
  readonly faults: readonly Fault[]
  constructor(model: string, faults: readonly Fault[]) {
    const checks = faults.map(({ check }) => check).join(', ')
    super('unfit', `Twice ${model} gave a reply that may not be said (${checks}).`, [])
    this.faults = faults
  }
}

const MOST_TOKENS = 1_000

/**
 * Words are shown sentence by sentence, each after its checks, so that they are taken back only where the rest is refused.
 * A refused reply is asked for once more with its faults; then it throws a `ReplyRefused`. Throws a `ModelFailure` as well.
 */
export const llmInterviewer = ({ model, prompts, mark }: Means): LedInterviewer => {
  const scripted = scriptedInterviewer()
  const led = async (
    talk: Talk,
    onDelta: ((words: string) => void) | undefined,
    errand: Errand,
  ): Promise<Reply> => {
    const secret = mark(talk.seed)
    const fits = (say: string) =>
      !say.includes(secret) && faultsOfWords(beginning(say, talk), talk).length === 0
    const words = showing(fits, onDelta ?? ignore)
    let fault: string | undefined
    for (let attempt = 1; ; attempt += 1) {
      const { prompt, messages, shape } = prompts.interviewer(turnOf(talk, fault), secret)
      const streams = attempt === 1 && onDelta !== undefined
      const answer = await askOn(model, errand, {
        role: 'interviewer',
        prompt,
        messages,
        shape,
        most: MOST_TOKENS,
        ...(streams && { onText: words.hear }),
      })
      const draft = { ...answer, say: answer.say.trim() }
      const faults = faultsOf(draft, talk)
      if (draft.say.includes(secret))
        faults.push({ check: 'mark', says: 'it holds the mark of the material' })
      if (faults.length === 0) {
        words.finish(draft.say)
        return replyOf(draft, answer.noticed, talk)
      }
      if (attempt === 2) throw new ReplyRefused(model.describe('interviewer'), faults)
      fault = asFault(faults, words)
    }
  }
  return {
    by: `model 1.0.0 (${model.describe('interviewer')})`,
    local: false,
    reply: (talk: Talk, onDelta?: (words: string) => void, errand: Errand = {}) =>
      talk.purpose === 'turn' || !isEnglish(talk.language)
        ? led(talk, onDelta, errand)
        : scripted.reply(talk, onDelta),
  } satisfies Interviewer
}

const ignore = (): void => undefined

const isEnglish = (language: string | undefined): boolean =>
  language === undefined || /^en(?:\b|g)/i.test(language)

const turnOf = (talk: Talk, fault: string | undefined): Turn => {
  const { log, said, spoken, stage, ...rest } = talk
  const attempt = said[0]?.attempt ?? 0
  return {
    ...rest,
    stage,
    talk: log
      ? spokenIn(log, attempt)
      : [
          ...spoken.map((text, n) => ({ entry: n, who: 'interviewer' as const, stage: stage.id, text })),
          ...said.map(({ entry, text }) => ({ entry, who: 'candidate' as const, stage: stage.id, text })),
        ],
    fault,
  }
}

/** Words that are still coming: of their facts only those count that were asked for beyond doubt. */
const beginning = (say: string, talk: Talk): Draft => ({
  say,
  facts: [...plainlyAsked(talk)],
  unknown: [],
  move: 'probe',
  criterion: null,
  named: false,
})

const asFault = (faults: readonly Fault[], words: Showing): string => {
  const shown = words.shown()
  const kept =
    shown === '' ? '' : ` Begin with these words, which were shown already: ${JSON.stringify(shown)}`
  return `${faults.map(({ says }) => says).join('; ')}.${kept}`
}

const replyOf = (draft: Draft, noticed: InterviewerAnswer['noticed'], talk: Talk): Reply => {
  const { say, move, criterion, named, facts, unknown } = draft
  return {
    say,
    move: move === 'challenge' ? 'probe' : move,
    ...(criterion !== null && { criterion, named: named || move === 'press' }),
    facts: [...new Set(facts)],
    unknown: verbatim(unknown, talk),
    noticed: noticed.flatMap((one) => heardIn(one, talk)),
  }
}

/** Fewer words of a quote say nothing by themselves. */
const LEAST_QUOTED = 3

/** What was noticed counts only with words that stand in a message of this turn. */
const heardIn = (
  { criterion, quote, mark }: InterviewerAnswer['noticed'][number],
  { said }: Talk,
): Noticed[] => {
  const found = said.find((answer) => verbatim([quote], { said: [answer] }).length > 0)
  const says = quote.trim().split(/\s+/).length >= LEAST_QUOTED
  return found && says ? [{ criterion, verdict: mark, entry: found.entry }] : []
}
