/** How an interview begins, for the person who takes it. */
import type { Card } from '../platform/card.ts'
import type { Words } from '../words/words.ts'
import type { InterviewRecord } from './record.ts'
import type { Scene } from './scene.ts'
import { rulesAt } from './team.ts'
import { platformAt, prefixAt } from './voice.ts'
import { asTyped } from './words.ts'
import type { World } from './world.ts'

/** The first words of an interview: what it is, how to answer, and its terms. */
export const welcome = async (world: World, record: InterviewRecord, scene: Scene): Promise<Card> => {
  const { flow, problem, context, words } = scene
  const prefix = prefixAt(world, record.place)
  const { level, minutes, mode, peer } = context.options
  const { welcome: says } = words
  const manner = peer ? says.peer : mode === 'exam' ? says.exam : says.coach
  return {
    tone: 'answer',
    title: problem.title,
    text: [
      says.terms({ flow: flow.title, minutes, level, manner }),
      ...(flow.part ? [asTyped(flow.about, prefix)] : []),
      ...(peer ? [`**${problem.opening}**`] : []),
      asTyped(peer ? says.betweenTwo : says.answering, prefix),
      ...foreign(world, scene),
      await terms(world, record, words),
    ].join('\n\n'),
  }
}

/** Rules ask in English and judge nothing else: whoever talks in another language is to know before they begin. */
const foreign = ({ interviewer, grader }: World, { context, words: { welcome: says } }: Scene): string[] => {
  const { language = 'en', peer } = context.options
  if (language === 'en') return []
  const [asks, judges] = [peer || !interviewer.usual.local, !grader.usual.local]
  if (asks && judges) return []
  return [judges ? says.askedInEnglish : asks ? says.judgedInEnglish : says.rulesKnowEnglish]
}

/** Who can see the talk, what is kept of it and for how long, and who judges. */
const terms = async (
  world: World,
  { audience, place, peer }: InterviewRecord,
  words: Words,
): Promise<string> => {
  const { retention } = await rulesAt(world.memory, place)
  const seen = platformAt(world, place).limits.places === true
  return [
    seen ? (peer ? words.audiencesOfTwo : words.audiences)[audience] : '',
    world.settings.notice(words),
    retention === null ? '' : words.welcome.removed({ days: retention }),
  ]
    .filter((text) => text !== '')
    .join(' ')
}
