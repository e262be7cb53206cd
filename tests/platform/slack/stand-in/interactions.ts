/** What somebody presses, chooses, fills in and commands; each resolves once the app has answered, or did not. */
import {
  closedBody,
  commandBody,
  messageActionBody,
  type Scene,
  submissionBody,
  viewActionBody,
} from './bodies.ts'
import type { Delivery } from './delivery.ts'
import { elementsOf } from './drawn.ts'
import { fillIn, unsendable } from './form.ts'
import { afterSubmission } from './modal.ts'
import type { Stage } from './person.ts'
import { respond } from './responses.ts'
import { escapedFor } from './typed.ts'
import { type ViewShown, viewShown } from './view-drawn.ts'
import { type Channel, directOf, type Json, type Message, type ViewKept } from './world.ts'

export type Interactions = {
  /** A slash command; there are none in threads. What is answered at once is shown to the person. */
  command(channel: string, text: string, name?: string): Promise<Delivery>
  /** Presses a button of a message (by its timestamp), of the open `modal` or of the `home`, by label or action id. */
  press(where: string, button: string): Promise<Delivery>
  /** Chooses from a menu of a message, the modal or the home, by action id, label or block id. */
  pick(where: string, menu: string, value: string): Promise<Delivery>
  /** Fills a field of the open modal in, by label, block or action id; the app is told where the field asks for it. */
  choose(field: string, value: string | readonly string[]): Promise<Delivery | undefined>
  /** Fills fields in and sends the open modal; throws where Slack's own client would not let it through. */
  submit(fields?: Record<string, string | readonly string[]>): Promise<Delivery>
  /** Closes the open modal. */
  close(): Promise<Delivery | undefined>
  /** The modal that is open, the topmost one. */
  modal(): ViewShown | undefined
  home(): ViewShown | undefined
}

/** The interactions of the person of a scene. */
export const interactionsOf = (stage: Stage, scene: () => Scene): Interactions => {
  const { team, user, world } = scene()
  const modal = () => team.modals.get(user.id)?.at(-1)
  const home = () => team.homes.get(user.id)
  const open = (): ViewKept => {
    const kept = modal()
    if (kept === undefined) throw new Error(`no modal is open before ${user.id}`)
    return kept
  }
  const viewAt = (where: string): ViewKept | undefined => {
    if (where !== 'home') return where === 'modal' ? open() : undefined
    const kept = home()
    if (kept === undefined) throw new Error(`the home of ${user.id} is empty`)
    return kept
  }
  const act = (where: string, name: string, action: (element: Json) => Json): Promise<Delivery> => {
    const kept = viewAt(where)
    const found = kept === undefined ? messageFor(scene(), where) : undefined
    const blocks = kept?.view.blocks ?? found?.message.blocks ?? []
    const { element, block } = elementNamed(blocks as Json[], name)
    const whole = {
      action_id: element.action_id,
      block_id: block.block_id,
      type: element.type,
      ...action(element),
    }
    const body =
      kept !== undefined
        ? viewActionBody(scene(), kept, whole)
        : messageActionBody(
            scene(),
            (found as Found).channel,
            (found as Found).message,
            whole,
            (found as Found).only,
          )
    return stage.ask('interactive', 'block_actions', body)
  }
  return {
    modal: () => viewShown(modal()),
    home: () => viewShown(home()),
    command: async (id, text, name = '/mlsd') => {
      const channel =
        team.channels.get(id) ?? (id === `D${user.id.slice(1)}` ? directOf(team, user.id) : undefined)
      if (channel === undefined)
        throw new Error(`no channel ${id} in ${team.id}; a thread takes no slash command`)
      const body = commandBody(scene(), channel, name, escapedFor(team, text))
      const delivery = await stage.ask('slash_commands', name, body)
      const origin = world.responses.get(body.response_url?.split('/').at(-1) ?? '')
      if (delivery.state === 'acknowledged' && origin !== undefined) respond(world, origin, delivery.payload)
      return delivery
    },
    press: (where, button) =>
      act(where, button, (element) => ({
        text: element.text,
        ...(element.value === undefined ? {} : { value: element.value }),
      })),
    pick: (where, menu, value) => act(where, menu, (element) => chosen(element, value)),
    choose: async (name, value) => {
      const kept = open()
      const { block, element, blockId, actionId } = fillIn(kept, name, value)
      if (block.type === 'input' && block.dispatch_action !== true) return undefined
      const filled = kept.values[blockId]?.[actionId] ?? {}
      const action = { ...filled, action_id: actionId, block_id: blockId, type: element.type }
      return stage.ask('interactive', 'block_actions', viewActionBody(scene(), kept, action))
    },
    submit: async (fields = {}) => {
      const kept = open()
      delete kept.errors
      for (const [name, value] of Object.entries(fields)) fillIn(kept, name, value)
      const faults = Object.entries(unsendable(kept)).map(([block, fault]) => `${block}: ${fault}`)
      if (faults.length > 0) throw new Error(`the modal cannot be sent: ${faults.join('; ')}`)
      const delivery = await stage.ask('interactive', 'view_submission', submissionBody(scene(), kept))
      if (delivery.state === 'acknowledged') afterSubmission(world, team, kept, delivery.payload)
      return delivery
    },
    close: async () => {
      const kept = open()
      team.modals.set(
        user.id,
        (team.modals.get(user.id) ?? []).filter((other) => other !== kept),
      )
      if (kept.view.notify_on_close !== true) return undefined
      return stage.ask('interactive', 'view_closed', closedBody(scene(), kept))
    },
  }
}

type Found = { channel: Channel; message: Message; only: boolean }

/** The message of a timestamp as this person can see it. */
const messageFor = ({ team, user }: Scene, ts: string): Found => {
  for (const channel of team.channels.values()) {
    if (channel.kind !== 'channel' && !channel.members.has(user.id)) continue
    const message = channel.messages.get(ts)
    if (message !== undefined) return { channel, message, only: false }
    const single = channel.ephemerals.find((one) => one.message.ts === ts && one.to === user.id)
    if (single !== undefined) return { channel, message: single.message, only: true }
  }
  throw new Error(`${user.id} sees no message ${ts}`)
}

const elementNamed = (blocks: readonly Json[], name: string): { element: Json; block: Json } => {
  const elements = elementsOf(blocks)
  const labelOf = ({ element, block }: { element: Json; block: Json }) =>
    String(((element.text ?? element.placeholder ?? block.label) as Json | undefined)?.text ?? '')
  const found = elements.find(
    (one) => one.element.action_id === name || labelOf(one) === name || one.block.block_id === name,
  )
  if (found !== undefined) return found
  throw new Error(`nothing called ${name} to press; there are: ${elements.map(labelOf).join(', ')}`)
}

const chosen = (element: Json, value: string): Json => {
  const options = (element.options as Json[] | undefined) ?? []
  const wanted = value.split(',')
  const picked = options.filter(
    (option) => wanted.includes(String(option.value)) || wanted.includes(String((option.text as Json).text)),
  )
  if (picked.length === 0) throw new Error(`no option ${value}`)
  const several = String(element.type).startsWith('multi_') || element.type === 'checkboxes'
  return several ? { selected_options: picked } : { selected_option: picked[0] }
}
