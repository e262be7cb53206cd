/** What somebody does with the app: commands, buttons, menus, forms. */
import { type Asked, ask, type Desk } from './asking.ts'
import { componentIn, flat } from './drawn.ts'
import { type FieldShown, fieldsOf, filledIn } from './modal.ts'
import { messageObject } from './objects.ts'
import { may, seesIn } from './permissions.ts'
import { channelAt } from './shown.ts'
import type { Stage } from './stage.ts'
import { commandAt, commandData, resolve, type Value } from './typed-command.ts'
import type { Json, Message } from './world.ts'

export type Using = {
  /** A slash command at a place: `command(channel, 'mlsd start', { flow: 'mlsd' })`. */
  command(channel: string, path: string, values?: Readonly<Record<string, Value>>): Promise<Asked>
  /** What is offered while they type in one of its options. */
  autocomplete(
    channel: string,
    path: string,
    values: Readonly<Record<string, Value>>,
    option: string,
  ): Promise<Asked>
  /** Presses a button, by its label or custom id. */
  press(message: string, button: string): Promise<Asked>
  /** Chooses in a menu, by its custom id or placeholder: by labels or values, or ids of people and channels. */
  choose(message: string, menu: string, ...values: string[]): Promise<Asked>
  /** A command of the app's on a message. */
  contextMenu(message: string, name: string): Promise<Asked>
  /** The form that stands open. */
  modal(): { id: string; title: string; texts: string[]; fields: FieldShown[] } | undefined
  /** Fills it in, by labels or custom ids, and sends it; what is not named keeps what stands there. */
  submit(values?: Readonly<Record<string, string | string[]>>): Promise<Asked>
}

type Found = { message: Message }

export const usingOf = (stage: Stage, desk: Desk, user: string, find: (id: string) => Found): Using => {
  const { world } = stage
  const at = (id: string) => {
    const channel = channelAt(world, id)
    if (!seesIn(world, channel, user)) throw new Error(`${user} does not see ${id}`)
    if (channel.guild !== undefined && !may(world, channel, user, 'UseApplicationCommands'))
      throw new Error(`${user} may not use commands in ${id}`)
    return channel
  }
  const on = (id: string): Message => {
    const { message } = find(id)
    if (message.only !== undefined && message.only !== user) throw new Error(`${user} does not see ${id}`)
    return message
  }
  const component = (id: string, name: string) => {
    const message = on(id)
    const found = componentIn(message, name)
    if (found === undefined)
      throw new Error(
        `nothing called ${name} on ${id}, only ${flat(message.components)
          .map((one) => one.label ?? one.custom_id ?? '')
          .filter(Boolean)
          .join(', ')}`,
      )
    if (found.disabled === true) throw new Error(`${name} is disabled`)
    return { message, found }
  }
  const use = (message: Message, data: Json) =>
    ask(stage, desk, {
      kind: 'component',
      user,
      channel: message.channel,
      data,
      message,
      more: { message: messageObject(world, stage.url(), message) },
    })
  return {
    command: async (channel, path, values = {}) =>
      ask(stage, desk, {
        kind: 'command',
        user,
        channel: at(channel).id,
        data: commandData(world, at(channel), user, path, values, undefined, stage.url()),
      }),
    autocomplete: async (channel, path, values, option) =>
      ask(stage, desk, {
        kind: 'autocomplete',
        user,
        channel: at(channel).id,
        data: commandData(world, at(channel), user, path, values, option),
      }),
    press: async (id, button) => {
      const { message, found } = component(id, button)
      if (found.type !== 2) throw new Error(`${button} is no button`)
      return use(message, { id: found.id, component_type: 2, custom_id: found.custom_id })
    },
    choose: async (id, menu, ...wanted) => {
      const { message, found } = component(id, menu)
      const options = found.options as { label: string; value: string }[] | undefined
      const values = wanted.map((want) => {
        if (options === undefined) return want
        const option = options.find(({ label, value }) => label === want || value === want)
        if (option === undefined) throw new Error(`${menu} has no ${want}`)
        return option.value
      })
      const [least, most] = [Number(found.min_values ?? 1), Number(found.max_values ?? 1)]
      if (values.length < least || values.length > most)
        throw new Error(`${menu} takes ${least} to ${most} values`)
      const resolved: Record<string, Json> = {}
      const type = { 5: 6, 8: 7 }[Number(found.type)]
      if (type !== undefined) for (const value of values) resolve(world, type, value, resolved)
      return use(message, {
        id: found.id,
        component_type: found.type,
        custom_id: found.custom_id,
        values,
        ...(type === undefined ? {} : { resolved }),
      })
    },
    contextMenu: async (id, name) => {
      const message = on(id)
      const channel = at(message.channel)
      const command = commandAt(world, channel, name, 3, user)
      return ask(stage, desk, {
        kind: 'command',
        user,
        channel: channel.id,
        data: {
          id: command.id,
          type: 3,
          name,
          target_id: id,
          resolved: { messages: { [id]: messageObject(world, stage.url(), message) } },
        },
      })
    },
    modal: () => {
      const open = desk.modals.get(user)
      if (open === undefined) return undefined
      const components = (open.data.components as Json[] | undefined) ?? []
      return {
        id: String(open.data.custom_id),
        title: String(open.data.title),
        texts: flat(components).flatMap((one) => (one.type === 10 ? [String(one.content)] : [])),
        fields: fieldsOf(components),
      }
    },
    submit: async (values = {}) => {
      const open = desk.modals.get(user)
      if (open === undefined) throw new Error(`no form stands open for ${user}`)
      const { data, interaction, message } = open
      const { components, resolved } = filledIn(world, (data.components as Json[] | undefined) ?? [], values)
      desk.modals.delete(user)
      return ask(stage, desk, {
        kind: 'modal',
        user,
        channel: interaction.channel,
        message,
        data: { custom_id: data.custom_id, components, ...(resolved === undefined ? {} : { resolved }) },
        more: message === undefined ? {} : { message: messageObject(world, stage.url(), message) },
      })
    },
  }
}
