/** What a platform may look up before anything is heard: forms as they now are, and the talks to be read back. */
import type { Form } from '../platform/card.ts'
import type { Desk, Talk } from '../platform/platform.ts'
import { preferred } from './begin.ts'
import { ratingForm } from './present.ts'
import type { TalkRecord } from './record.ts'
import { heldAt, keys, recordOf } from './record.ts'
import { isOver } from './reporting.ts'
import { sceneOf } from './scene.ts'
import { settingsForm, teamForm } from './settings-form.ts'
import { startForm } from './start-form.ts'
import { askingAt, rulesAt } from './team.ts'
import type { World } from './world.ts'

export const deskOf = (world: World, platform: string): Desk => ({
  form: (id, at) => FORMS[id](world, at),
  talks: () => talksOf(world, platform),
})

type At = { person: string; place: string }

const FORMS: Record<Form['id'], (world: World, at: At) => Promise<Form | undefined>> = {
  start: async (world, at) => startForm(await askingAt(world, at.place), await preferred(world, at)),
  settings: async (world, at) => settingsForm(await askingAt(world, at.place), await preferred(world, at)),
  team: async (world, { place }) => teamForm(world.library.bank, await rulesAt(world.memory, place)),
  rate: async (world, { person, place }) => {
    const record = await heldAt(world.memory, place)
    const asked = record?.person === person && record.interview.snapshot.value === 'debrief'
    return asked ? ratingForm(await sceneOf(world, record)) : undefined
  },
}

async function* talksOf({ memory }: World, platform: string): AsyncGenerator<Talk> {
  for await (const { value } of memory.each<TalkRecord>(keys.talk(`${platform}:`))) {
    const record = (await recordOf(memory, value.interview))?.value
    if (record && !isOver(record)) yield { person: record.person, place: record.place, since: record.heard }
  }
}
