/** Answers to what is asked outside an interview: start one, help, the bank, one's own history and reports. */
import type { Card } from '../platform/card.ts'
import { helpText } from '../platform/help.ts'
import type { Heard } from '../platform/platform.ts'
import { type Bank, outlineOf } from './library.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { heldAt, keys, recordOf } from './record.ts'
import { isOver, reportCard } from './reporting.ts'
import { create, startCard, startForm, Unmet, wishOf } from './start.ts'
import { voiceAt } from './voice.ts'
import type { World } from './world.ts'

export const answer = async (world: World, heard: Heard, id: string): Promise<void> => {
  const say = voiceAt(world, heard.place)
  const card = await cardFor(world, heard)
  if (card) await say(card, `${id} answer`)
}

const cardFor = async (world: World, heard: Heard): Promise<Card | undefined> => {
  if (heard.type === 'form') return begin(world, heard, heard.fields)
  if (heard.type !== 'command' && heard.type !== 'press') return nothingRuns
  switch (heard.command) {
    case 'start':
      return begin(world, heard, heard.args)
    case 'help':
      return { tone: 'answer', text: helpText(heard.args.command) }
    case 'problems':
      return problems(world.library.bank, heard.args.word)
    case 'history':
      return history(world, heard.person)
    case 'report':
      return report(world, heard.person, heard.args.id ?? '')
    default:
      return nothingRuns
  }
}

const nothingRuns: Card = {
  tone: 'answer',
  text: 'No interview runs here. Type /start to begin one, or /help.',
}

/** Starts what was asked for, or says what is missing. */
const begin = async (
  world: World,
  heard: Heard,
  asked: Readonly<Record<string, string>>,
): Promise<Card | undefined> => {
  const running = await runningAt(world, heard.place)
  if (running && running.created !== heard.at) return stillRuns(world, running)
  if (!asked.problem && !asked.scenario) return startCard(world.library.bank)
  try {
    await create(world, wishOf(world.library.bank, asked), heard)
    return undefined
  } catch (error) {
    if (!(error instanceof Unmet)) throw error
    return { tone: 'answer', text: error.message, form: startForm(world.library.bank, asked) }
  }
}

const stillRuns = async (
  { library }: World,
  { flow, problem, interview }: InterviewRecord,
): Promise<Card> => {
  const { context, value } = interview.snapshot
  const [{ title }, stages] = await Promise.all([library.problem(problem), library.flow(flow)])
  const stage = stages.stages.find(({ id }) => id === context.stage)?.title ?? 'its start'
  const where = value === 'debrief' ? 'only your own rating is missing' : `it is at ${stage}`
  return {
    tone: 'answer',
    text: `The interview "${title}" is not finished; ${where}. Resume it, or end it before you start another.`,
    buttons: [
      { label: 'Resume', command: 'resume' },
      { label: 'End it', command: 'end' },
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

/** The problems of the bank that have a word in them. */
export const problems = (bank: Bank, word = ''): Card => {
  const wanted = word.toLowerCase()
  const fitting = outlineOf(bank).problems.filter(({ id, title, family, opening }) =>
    [id, title, family, opening].some((text) => text.toLowerCase().includes(wanted)),
  )
  if (fitting.length === 0)
    return { tone: 'answer', text: `No problem has "${word}" in it. Without a word, all are listed.` }
  const rows = fitting.map(
    ({ id, title, difficulty, opening }) =>
      `- **${title}** (\`${id}\`, difficulty ${difficulty} of 3): ${opening}`,
  )
  return { tone: 'answer', title: 'Problems', text: rows.join('\n') }
}

/** The interviews of a person. */
export const history = async ({ memory }: Pick<World, 'memory'>, person: string): Promise<Card> =>
  historyCard((await memory.load<Learner>(keys.learner(person)))?.value.interviews ?? [])

/** Interviews with their outcomes, newest last. */
export const historyCard = (interviews: Learner['interviews']): Card => {
  const rows = interviews.map(({ id, title, created, outcome }) => {
    const day = new Date(created).toISOString().slice(0, 10)
    return `- ${day} \`${id}\` ${title}: ${outcome ?? 'not finished'}`
  })
  return { tone: 'answer', title: 'Your interviews', text: rows.join('\n') || 'None yet.', private: true }
}

/** A report of one's own; of anybody else's interview nothing is said, not even that it exists. */
const report = async (world: World, person: string, id: string): Promise<Card> => {
  const kept = await recordOf(world.memory, id)
  if (kept?.value.person !== person)
    return {
      tone: 'answer',
      text: id
        ? `You have no interview "${id}". /history lists yours.`
        : 'There is no report here yet. Type /start to begin an interview, or /history for those you had.',
      private: true,
    }
  if (!isOver(kept.value)) {
    return {
      tone: 'answer',
      text: 'That interview is not finished; its report comes at the end.',
      private: true,
    }
  }
  return { ...(await reportCard(world, kept.value)), private: true }
}
