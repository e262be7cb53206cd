/** Strengths, growth and the next step of a report, as Markdown. */
import type { Growth, Strength } from '../report/feedback.ts'
import type { Where } from '../report/where.ts'
import type { Report } from '../report.ts'
import { MARK_NAMES } from '../verdict.ts'
import { blockquote, plain } from './plain.ts'

/** Where something was said, such as `Data, minute 14`, leading to the very message where that has an address. */
export const place = (report: Report, { stage, minute, link }: Where): string => {
  const title = plain(report.stages.find(({ id }) => id === stage)?.title ?? stage)
  const where = minute === 0 ? `${title}, in the first minute` : `${title}, minute ${minute}`
  return link === undefined ? where : `[${where}](${link})`
}

const assessed = ({ stages }: Report): boolean => stages.some((stage) => stage.assessed)

/** What went well, each with its quotation; empty when nothing was assessed. */
export const strengths = (report: Report): string =>
  report.strengths.length === 0
    ? assessed(report)
      ? 'Nothing could be credited this time. Begin with the points below.'
      : ''
    : report.strengths.map((one, n) => strength(report, one, n + 1)).join('\n\n')

const strength = (report: Report, one: Strength, n: number): string =>
  [
    `**${n}. ${plain(one.name)}**${one.verdict === 1 ? ', in part' : ''} (${place(report, one.where)})`,
    blockquote(one.quote),
    `Why it counts: ${plain(one.why)}`,
  ].join('\n\n')

/** What to raise, each with the sentence that would have met it; empty when nothing was assessed. */
export const growth = (report: Report): string =>
  report.growth.length === 0
    ? assessed(report)
      ? 'Everything core in the stages you reached was clear. Try the next level, or another problem.'
      : ''
    : report.growth.map((one, n) => grow(report, one, n + 1)).join('\n\n')

const grow = (report: Report, one: Growth, n: number): string => {
  const title = plain(report.stages.find(({ id }) => id === one.stage)?.title ?? one.stage)
  const state = one.verdict === 0 ? 'not heard' : one.helped ? 'with help' : 'in part'
  return [
    `**${n}. ${plain(one.name)}** (${title}, ${state})`,
    ...(one.where === null ? [] : [`You said, in ${place(report, one.where)}:`, blockquote(one.quote)]),
    ...(one.why === '' ? [] : [`Why only in part: ${plain(one.why)}`]),
    ...(one.helped ? [] : [`What was missing: ${plain(one.missing)}`]),
    `You could have said: *${plain(one.sentence)}*`,
  ].join('\n\n')
}

/** The one thing to practise, with the question to answer and the command that asks it again. */
export const next = ({ next: step }: Report, prefix: string): string =>
  step === null
    ? ''
    : [
        `**${plain(step.name)}.** Try to answer this in two minutes, aloud:`,
        `> ${plain(step.probe)}`,
        `Then go through the stage once more with \`${step.command.replace(/^\//, prefix)}\`.`,
      ].join('\n\n')

/** Which single points would lift S most. */
export const upgrades = ({ format, upgrades: all, stages }: Report): string =>
  all
    .map(({ name, stage, gain, from }) => {
      const title = stages.find(({ id }) => id === stage)?.title ?? stage
      const lifts = format.part === null ? `S by ${gain.toFixed(2)}` : `the mark by ${gain}`
      return `- ${plain(name)} (${plain(title)}, ${MARK_NAMES[from]}): made clear, it lifts ${lifts}.`
    })
    .join('\n')
