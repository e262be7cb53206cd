/** What a platform may look up before anything is heard: forms as they now are, and the talks to be read back. */
import { isOver, phaseOf } from '../interview/phase.ts'
import type { Form } from '../platform/card.ts'
import type { Desk, Talk } from '../platform/platform.ts'
import { preferred } from './begin.ts'
import { channelRulesAt } from './channel.ts'
import { channelForm } from './channel-form.ts'
import { saidIn, wordsFor } from './language.ts'
import { marksForm } from './peer/form.ts'
import { heldAt } from './places.ts'
import { ratingForm } from './present.ts'
import type { InterviewRecord, Learner, TalkRecord } from './record.ts'
import { keys, partOf, recordAt, recordOf } from './record.ts'
import { sceneOf } from './scene.ts'
import { settingsForm, teamForm } from './settings-form.ts'
import { startForm } from './start-form.ts'
import { askingAt, rulesAt } from './team.ts'
import { platformAt } from './voice.ts'
import type { World } from './world.ts'

export const deskOf = (world: World, platform: string): Desk => ({
  async form(id, at) {
    const form = await FORMS[id](world, at)
    return form && saidIn(form, await wordsFor(world, at))
  },
  talks: () => talksOf(world, platform),
  talkAt: (place) => talkAt(world, place),
})

type At = { person: string; place: string; locale?: string | undefined }

const FORMS: Record<Form['id'], (world: World, at: At) => Promise<Form | undefined>> = {
  start: async (world, at) =>
    startForm(
      await askingAt(world, at.place, at.locale),
      await preferred(world, at),
      await wordsFor(world, at),
    ),
  settings: async (world, at) =>
    settingsForm(
      await askingAt(world, at.place, at.locale),
      await preferred(world, at),
      await wordsFor(world, at),
    ),
  team: async (world, at) =>
    teamForm(world.library.bank, await rulesAt(world.memory, at.place), await wordsFor(world, at)),
  channel: async (world, at) => {
    const { person, place } = at
    const { limits } = platformAt(world, place)
    if (limits.places !== true || place === person) return undefined
    const rules = await channelRulesAt(world.memory, place)
    return channelForm(world.library.bank, rules, limits, await wordsFor(world, at))
  },
  marks: async (world, { person }) => {
    const learner = (await world.memory.load<Learner>(keys.learner(person)))?.value
    for (const { id, role, ended } of learner?.interviews ?? []) {
      if (role !== 'interviewer' || ended !== null) continue
      const record = await partOf(world.memory, person, id)
      const form = record && marksForm(await sceneOf(world, record))
      if (form) return form
    }
    return undefined
  },
  rate: async (world, { person, place }) => {
    const record = await heldAt(world.memory, place)
    const asked = record?.person === person && phaseOf(record.interview) === 'debrief'
    return asked ? ratingForm(await sceneOf(world, record)) : undefined
  },
}

async function* talksOf({ memory, mailbox }: World, platform: string): AsyncGenerator<Talk> {
  const prefix = keys.interview('')
  const lately = (await mailbox.lately(MESSAGES)).filter((key) => key.startsWith(prefix)).slice(0, TALKS)
  for (let from = 0; from < lately.length; from += AT_ONCE) {
    const some = lately.slice(from, from + AT_ONCE).map((key) => recordAt(memory, key))
    for (const kept of await Promise.all(some)) {
      const record = kept?.value
      if (record && !isOver(record) && isOf(platform, record.place)) yield talkOf(record)
    }
  }
}

const talkAt = async ({ memory }: World, place: string): Promise<Talk | undefined> => {
  const kept = await memory.load<TalkRecord>(keys.talk(place))
  const record = kept && (await recordOf(memory, kept.value.interview))?.value
  return record && !isOver(record) ? talkOf(record) : undefined
}

/** So many talks are read back at once, found by so many messages; whoever speaks in another one has it read back then. */
const TALKS = 1_000
const MESSAGES = 10_000
const AT_ONCE = 16

const isOf = (platform: string, place: string): boolean => place.startsWith(`${platform}:`)

const talkOf = ({ person, place, heard, interview, peer }: InterviewRecord): Talk => ({
  ...{ person, place, since: heard },
  ...(peer?.interviewer && { asker: peer.interviewer }),
  fresh: interview.snapshot.context.fresh.map(({ id }) => id),
  ...languageOf(interview.snapshot.context.options),
})

const languageOf = ({ language }: { language?: string }): { language?: string } =>
  language === undefined ? {} : { language }
