/** Beginning what was asked for, or saying what is missing or in the way. */
import { isOver } from '../interview/phase.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { PlatformFault } from '../platform/platform.ts'
import { barring, type ChannelRules, channelOf, channelRulesAt, NO_CHANNEL_RULES } from './channel.ts'
import { formatOf, spelledOut } from './format.ts'
import { heldAt } from './places.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys } from './record.ts'
import { sceneOf } from './scene.ts'
import { create, idOf } from './start.ts'
import { startCard, startForm } from './start-form.ts'
import { allow, allowAt, askingAt, defaultsFor, instead } from './team.ts'
import { platformAt, prefixAt } from './voice.ts'
import { Unmet, wishOf } from './wish.ts'
import type { Speaking, World } from './world.ts'

/** Starts what was asked for; what one likes is taken where nothing is said. */
export const begin = async (
  world: Speaking,
  heard: Heard,
  given: Readonly<Record<string, string>>,
  again: boolean,
): Promise<Card | undefined> => {
  const asked = spelledOut(given)
  const channel =
    asked.where === 'direct' ? NO_CHANNEL_RULES : await channelRulesAt(world.memory, heard.place)
  const { at, directly, privately } = spotFor(world, heard, asked, channel)
  const prefix = prefixAt(world, at)
  const { words } = world
  const running = await runningAt(world, at)
  if (running && running.id !== idOf(heard))
    return running.person === heard.person
      ? stillRuns(world, running)
      : { tone: 'answer', text: words.start.taken({ start: `${prefix}start` }) }
  const asking = { ...(await askingAt(world, at, heard.locale)), channel }
  const liked = await preferred(world, heard)
  const barred = barring(channel, heard)
  if (barred !== undefined) return { tone: 'answer', text: `${barred(words)} ${instead(prefix, words)}` }
  const form = () => startForm(asking, { ...liked, ...asked }, words)
  if (!asked.problem && !asked.scenario) return startCard(form(), words)
  try {
    const wish = wishOf(asking.bank, { ...defaultsFor(asking, liked, asked), ...asked }, idOf(heard))
    if (!heard.alone && !directly) allowAt(asking.rules, at, prefix)
    allow(asking, wish)
    if (privately) mayHide(world, at)
    const begun = await create(world, { wish, heard, at, again, privately })
    if (begun.id !== idOf(heard)) return stillRuns(world, begun)
    return directly && !heard.alone ? { tone: 'answer', text: words.start.directly } : undefined
  } catch (error) {
    if (error instanceof Unmet) return { tone: 'answer', text: error.says(words), form: form() }
    if (error instanceof PlatformFault && error.kind === 'gone')
      return { tone: 'answer', text: words.start.notHere({ reason: error.message }) }
    throw error
  }
}

/** Where it is to be held: out of the sight of others where the channel wants no spectators. */
const spotFor = (
  world: World,
  { person, place }: Heard,
  { where }: Readonly<Record<string, string>>,
  { spectators }: ChannelRules,
) => {
  const directly = { at: person, directly: true, privately: false }
  if (where === 'direct') return directly
  if (spectators) return { at: place, directly: false, privately: where === 'private' }
  const hides = platformAt(world, place).limits.hiding === true
  return hides ? { at: channelOf(place), directly: false, privately: true } : directly
}

const mayHide = (world: World, place: string): void => {
  const { hiding } = platformAt(world, place).limits
  if (hiding !== true) throw new Unmet(({ start }) => start.noHiding({ reason: hiding }))
}

/** What the person has set, where nothing is said. */
export const preferred = async (
  { memory }: Pick<World, 'memory'>,
  { person }: Pick<Heard, 'person'>,
): Promise<Record<string, string>> => ({
  ...(await memory.load<Learner>(keys.learner(person)))?.value.preferences,
})

const stillRuns = async (world: Speaking, record: InterviewRecord): Promise<Card> => {
  const { flow, problem, context, phase } = await sceneOf(world, record)
  const { start, buttons } = world.words
  const stage = flow.stages.find(({ id }) => id === context.stage)?.title
  const args = { interview: record.id }
  const format = formatOf(flow)
  const what = format === undefined ? problem.title : `${problem.title} · ${format}`
  const unfinished =
    stage === undefined ? start.unfinishedAtStart({ what }) : start.unfinished({ what, stage })
  return {
    tone: 'answer',
    text: phase === 'debrief' ? start.unrated({ what }) : unfinished,
    buttons: [
      { label: buttons.resume, command: 'resume', args },
      { label: buttons.endIt, command: 'end', args },
    ],
  }
}

/** The unfinished interview of a place. */
export const runningAt = async (
  world: Pick<World, 'memory'>,
  place: string,
): Promise<InterviewRecord | undefined> => {
  const record = await heldAt(world.memory, place)
  return record && !isOver(record) ? record : undefined
}
