/** An interaction: told to the app, which has three seconds to answer. */
import { placeOf } from './objects.ts'
import { type Shown, shownOf } from './shown.ts'
import type { Stage } from './stage.ts'
import { channelIn, type Interaction, type InteractionKind, type Json, type Message } from './world.ts'

/** What became of an interaction. */
export type Asked = {
  id: string
  kind: InteractionKind
  /** Whether the app answered in time; else the person reads that it did not respond. */
  answered: boolean
  /** The type of the first answer: 4 words, 5 words later, 6 nothing to be seen, 7 a change, 8 choices, 9 a modal. */
  callback: number | undefined
  /** Milliseconds until then. */
  took: number
  /** What the app has answered until now, in order. */
  replies(): Shown[]
  /** Whether the answer still waits for its words. */
  loading(): boolean
  /** What an autocompletion offered. */
  choices: { name: string; value: string | number }[]
}

export type Modal = { interaction: Interaction; data: Json; message: Message | undefined }

/** Who asks for them, and which modals stand open, by person. */
export type Desk = { answerWithin: number; modals: Map<string, Modal> }

const TYPES = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const

type Question = {
  kind: InteractionKind
  user: string
  channel: string
  data: Json
  message?: Message | undefined
  more?: Json
}

/** Tells the app; resolves once it has answered, or has had its time. */
export const ask = (stage: Stage, desk: Desk, question: Question): Promise<Asked> => {
  const { world } = stage
  const { kind, user, data, message } = question
  const channel = channelIn(world, question.channel)
  const id = world.snowflake()
  const began = performance.now()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      const took = performance.now() - began
      const { callback } = interaction
      const answer = (callback?.data ?? {}) as Json
      if (callback?.type === 9) desk.modals.set(user, { interaction, data: answer, message })
      stage.changed()
      resolve({
        id,
        kind,
        answered: interaction.state === 'acknowledged',
        callback: callback?.type as number | undefined,
        took,
        replies: () =>
          [...channel.messages.values()]
            .filter((one) => one.interaction === interaction && !one.loading)
            .map(shownOf),
        loading: () =>
          [...channel.messages.values()].some((one) => one.interaction === interaction && one.loading),
        choices: (answer.choices as Asked['choices'] | undefined) ?? [],
      })
    }
    const timer = setTimeout(() => {
      interaction.state = 'lost'
      done()
    }, desk.answerWithin)
    const interaction: Interaction = {
      id,
      token: `token-of-${id}`,
      kind,
      channel: channel.id,
      user,
      message,
      at: world.now(),
      state: 'open',
      expired: false,
      callback: undefined,
      original: undefined,
      done,
    }
    world.interactions.set(interaction.token, interaction)
    if (world.interactions.size > 20_000) forgetOldest(world.interactions)
    stage.tell(
      'INTERACTION_CREATE',
      {
        id,
        application_id: world.app.id,
        type: TYPES[kind],
        token: interaction.token,
        version: 1,
        data,
        ...placeOf(world, channel, user),
        ...question.more,
      },
      { guild: channel.guild },
    )
  })
}

const forgetOldest = (interactions: Map<string, Interaction>): void => {
  for (const [token] of interactions) {
    if (interactions.size <= 10_000) return
    interactions.delete(token)
  }
}
