/** A report as Markdown, worth reading in a terminal or a chat. Nothing a candidate wrote has power over the page. */
import { attemptLine, attemptPage } from './markdown/attempt.ts'
import { conduct, ratings } from './markdown/conduct.ts'
import { howToContest } from './markdown/contested.ts'
import { factsNotAsked, flags, missed, openQuestions, points } from './markdown/evidence.ts'
import { growth, next, strengths, upgrades } from './markdown/feedback.ts'
import { plain } from './markdown/plain.ts'
import { questionPage } from './markdown/question.ts'
import { questionAgain, questionAgainLine } from './markdown/question-again.ts'
import { headline, levelTable, stageTable } from './markdown/scores.ts'
import type { Report } from './report.ts'

/** The whole report, the most useful first; sections with nothing to say are left out. Commands are typed after `prefix`. */
export const reportMarkdown = (report: Report, prefix = '/'): string =>
  [
    `# Report: ${plain(report.problem.title)}${report.format.part === null ? '' : ` · ${plain(report.format.title)}`}`,
    ...(report.question === null
      ? wholePage(report, prefix)
      : [...questionPage(report, report.question, prefix), ...section('Red flags', flags(report))]),
    ...section('Tried again', report.attempts.map(lineOf(report)).join('\n')),
    '---',
    ...[howToContest(report, prefix)].filter((text) => text !== ''),
    smallPrint(report),
  ].join('\n\n')

/** What a retried stage changed, before and after side by side; `attempt` counts from 1. */
export const attemptMarkdown = (report: Report, attempt: number, prefix = '/'): string => {
  const found = report.attempts.find((one) => one.attempt === attempt)
  return found === undefined
    ? `There is no attempt ${attempt} in this interview yet. Try a stage again with \`${prefix}retry STAGE\`.`
    : (report.question === null ? attemptPage : questionAgain)(report, found, prefix)
}

const lineOf = ({ question }: Report) => (question === null ? attemptLine : questionAgainLine)

const wholePage = (report: Report, prefix: string): string[] => [
  headline(report),
  ...section('What went well', strengths(report)),
  ...section('Where to grow', growth(report)),
  ...section('Practise this next', next(report, prefix)),
  ...section('Stage by stage', stageTable(report)),
  ...section('The same talk at every level', levelTable(report)),
  ...section(`What would lift ${report.format.part === null ? 'S' : 'the mark'} most`, upgrades(report)),
  ...section('What was credited', points(report)),
  ...section('Red flags', flags(report)),
  ...section('Not heard', missed(report)),
  // A part asks for few of them, and the whole interview is still to be taken.
  ...section('Facts you never asked for', report.format.part === null ? factsNotAsked(report) : ''),
  ...section('Questions left to you', openQuestions(report)),
  ...section('Pace and words', conduct(report)),
  ...section('Your own rating', report.ratings.length > 0 ? ratings(report) : ''),
]

const section = (title: string, text: string): string[] => (text === '' ? [] : [`## ${title}`, text])

const smallPrint = ({ notes, versions }: Report): string => {
  const { flow, problem, rubric, scoring, machine, grader, interviewer } = versions
  const parts = [
    `flow ${flow}`,
    `problem ${problem}`,
    `rubric ${rubric}`,
    `scoring ${scoring}`,
    `machine ${machine}`,
  ]
  return `${notes.map(plain).join(' ')} Judged by ${plain(grader)}; asked by ${plain(interviewer)}. Versions: ${plain(parts.join(', '))}.`
}
