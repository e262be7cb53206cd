/** Strengths, growth and the next step of a report, as Markdown. */
import type { Words } from '../../words/words.ts'
import type { Growth, Strength } from '../report/feedback.ts'
import type { Sayable } from '../report/lessons.ts'
import type { Where } from '../report/where.ts'
import type { Report } from '../report.ts'
import { blockquote, plain } from './plain.ts'
import { shown } from './scores.ts'

/** Where something was said, such as `Data, minute 14`, leading to the very message where that has an address. */
export const place = (report: Report, { stage, minute, link }: Where, { feedback }: Words): string => {
  const title = plain(report.stages.find(({ id }) => id === stage)?.title ?? stage)
  const where =
    minute === 0 ? feedback.inFirstMinute({ stage: title }) : feedback.inMinute({ stage: title, minute })
  return link === undefined ? where : `[${where}](${link})`
}

const assessed = ({ stages }: Report): boolean => stages.some((stage) => stage.assessed)

/** What went well, each with its quotation; empty when nothing was assessed. */
export const strengths = (report: Report, words: Words): string =>
  report.strengths.length === 0
    ? assessed(report)
      ? words.feedback.noStrength
      : ''
    : report.strengths.map((one, n) => strength(report, one, n + 1, words)).join('\n\n')

const strength = (report: Report, one: Strength, n: number, words: Words): string =>
  [
    `**${n}. ${plain(one.name)}**${one.verdict === 1 ? `, ${words.feedback.inPart}` : ''} (${place(report, one.where, words)})`,
    blockquote(one.quote),
    words.feedback.why({ why: plain(one.why) }),
  ].join('\n\n')

/** What to raise, each with the sentence that would have met it; empty when nothing was assessed. */
export const growth = (report: Report, words: Words): string =>
  report.growth.length === 0
    ? assessed(report)
      ? words.feedback.noGrowth
      : ''
    : report.growth.map((one, n) => grow(report, one, n + 1, words)).join('\n\n')

const grow = (report: Report, one: Growth, n: number, words: Words): string => {
  const { feedback: says, verdicts } = words
  const title = plain(report.stages.find(({ id }) => id === one.stage)?.title ?? one.stage)
  const state = one.verdict === 0 ? verdicts[0] : one.helped ? says.withHelp : says.inPart
  return [
    `**${n}. ${plain(one.name)}** (${title}, ${state})`,
    ...(one.where === null
      ? []
      : [says.youSaid({ where: place(report, one.where, words) }), blockquote(one.quote)]),
    ...(one.why === '' ? [] : [says.whyInPart({ why: plain(one.why) })]),
    ...(one.helped ? [] : [says.missing({ missing: plain(one.missing) })]),
    couldHaveSaid(report, one, words),
  ].join('\n\n')
}

/** The sentence that would have met it; one of this very talk with the moment at which it could have followed. */
export const couldHaveSaid = (report: Report, { sentence, moment }: Sayable, words: Words): string => {
  const says = { sentence: `*${plain(sentence)}*` }
  if (moment === null) return words.feedback.couldHaveSaid(says)
  const { where, said } = moment
  return words.feedback.couldHaveSaidAt({ where: place(report, where, words), said: plain(said), ...says })
}

/** The one thing to practise, with the question to answer and the command that asks it again. */
export const next = ({ next: step }: Report, prefix: string, { feedback }: Words): string =>
  step === null
    ? ''
    : [
        `**${plain(step.name)}.** ${feedback.tryAloud}`,
        `> ${plain(step.probe)}`,
        feedback.onceMore({ command: step.command.replace(/^\//, prefix) }),
      ].join('\n\n')

/** Which single points would lift S most, and which together would bring the next better vote. */
export const upgrades = (report: Report, words: Words): string => {
  const { format, upgrades: all, stages } = report
  const { feedback, verdicts } = words
  const singly = all.map(({ name, stage, gain, from }) => {
    const title = stages.find(({ id }) => id === stage)?.title ?? stage
    const lifts =
      format.part === null ? feedback.liftsS({ gain: shown(gain, words) }) : feedback.liftsMark({ gain })
    return `- ${plain(name)} (${plain(title)}, ${verdicts[from]}): ${lifts}`
  })
  return [singly.join('\n'), together(report, words)].filter((text) => text !== '').join('\n\n')
}

/** So many are still a plan. */
const MOST_TOGETHER = 6

const together = ({ nextBand }: Report, { feedback, bands }: Words): string => {
  if (nextBand === null || nextBand.criteria.length > MOST_TOGETHER) return ''
  const names = nextBand.criteria.map(({ criterion, name }) => `${plain(name)} (${criterion})`)
  return feedback.together({ band: bands[nextBand.band], count: names.length, names: names.join('; ') })
}
