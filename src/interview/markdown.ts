/** A report as Markdown, worth reading in a terminal or a chat. Nothing a candidate wrote has power over the page. */
import { type Words, wordsIn } from '../words/words.ts'
import { attemptLine, attemptPage } from './markdown/attempt.ts'
import { conduct, ratings } from './markdown/conduct.ts'
import { howToContest } from './markdown/contested.ts'
import { drawings } from './markdown/drawings.ts'
import { factsNotAsked, flags, missed, openQuestions, points, sums } from './markdown/evidence.ts'
import { growth, next, strengths, upgrades } from './markdown/feedback.ts'
import { plain } from './markdown/plain.ts'
import { questionPage } from './markdown/question.ts'
import { questionAgain, questionAgainLine } from './markdown/question-again.ts'
import { headline, levelTable, stageTable } from './markdown/scores.ts'
import { situations } from './markdown/situations.ts'
import type { Report } from './report.ts'

/**
 * The whole report, the most useful first; sections with nothing to say are left out. Commands are typed after `prefix`,
 * and it is said in the language of the talk.
 */
export const reportMarkdown = (report: Report, prefix = '/', words = wordsOf(report)): string =>
  [
    `# ${words.report.title({ title: plain(report.problem.title) })}${report.format.part === null ? '' : ` · ${plain(report.format.title)}`}`,
    ...(report.question === null
      ? wholePage(report, prefix, words)
      : [
          ...questionPage(report, report.question, prefix, words),
          ...section(words.report.redFlags, flags(report, words)),
        ]),
    ...section(words.report.triedAgain, report.attempts.map((one) => lineOf(report)(one, words)).join('\n')),
    '---',
    ...[howToContest(report, prefix, words)].filter((text) => text !== ''),
    smallPrint(report, words),
  ].join('\n\n')

/** What a retried stage changed, before and after side by side; `attempt` counts from 1. */
export const attemptMarkdown = (
  report: Report,
  attempt: number,
  prefix = '/',
  words = wordsOf(report),
): string => {
  const found = report.attempts.find((one) => one.attempt === attempt)
  return found === undefined
    ? words.report.noAttempt({ attempt, command: `${prefix}retry STAGE` })
    : (report.question === null ? attemptPage : questionAgain)(report, found, prefix, words)
}

const wordsOf = ({ options }: Report): Words => wordsIn(options.language)

const lineOf = ({ question }: Report) => (question === null ? attemptLine : questionAgainLine)

const wholePage = (report: Report, prefix: string, words: Words): string[] => {
  const { report: heads } = words
  const whole = report.format.part === null
  return [
    headline(report, words),
    ...section(heads.wentWell, strengths(report, words)),
    ...section(heads.grow, growth(report, words)),
    ...section(heads.practise, next(report, prefix, words)),
    ...section(heads.byStage, stageTable(report, words)),
    ...section(heads.byLevel, levelTable(report, words)),
    ...section(whole ? heads.lifts : heads.liftsMark, upgrades(report, words)),
    ...section(heads.credited, points(report, words)),
    ...section(heads.redFlags, flags(report, words)),
    ...section(heads.situations, situations(report, words)),
    ...section(heads.drawings, drawings(report, words)),
    ...section(heads.sums, sums(report, words)),
    ...section(heads.notHeard, missed(report, words)),
    // A part asks for few of them, and the whole interview is still to be taken.
    ...section(heads.notAsked, whole ? factsNotAsked(report, words) : ''),
    ...section(heads.openQuestions, openQuestions(report, words)),
    ...section(heads.conduct, conduct(report, words)),
    ...section(heads.ownRating, report.ratings.length > 0 ? ratings(report, words) : ''),
  ]
}

const section = (title: string, text: string): string[] => (text === '' ? [] : [`## ${title}`, text])

const smallPrint = ({ notes, versions }: Report, { report: heads }: Words): string => {
  const { flow, problem, rubric, scoring, machine, grader, interviewer, teacher } = versions
  const parts = [
    `flow ${flow}`,
    `problem ${problem}`,
    `rubric ${rubric}`,
    `scoring ${scoring}`,
    `machine ${machine}`,
  ]
  const by = heads.by({ grader: plain(grader), interviewer: plain(interviewer) })
  const taught = teacher === '' ? '' : ` ${heads.taughtBy({ teacher: plain(teacher) })}`
  return `${notes.map(plain).join(' ')} ${by}${taught} ${heads.versions({ list: plain(parts.join(', ')) })}`
}
