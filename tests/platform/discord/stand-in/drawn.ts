/** What can be seen in a message, and used: its words, its buttons, its menus, its files. */
import type { Json, Message } from './world.ts'

/** Every component, those within others included, in order. */
export const flat = (components: readonly Json[]): Json[] =>
  components.flatMap((one) => [
    one,
    ...flat((one.components as Json[] | undefined) ?? []),
    ...flat(
      [one.accessory, one.component].filter((inner): inner is Json => inner !== undefined && inner !== null),
    ),
  ])

/** The message as it is read: content, text displays, embeds, then the names of files. */
export const readable = (message: Message): string => {
  const parts = flat(message.components).flatMap((one) => {
    if (one.type === 10) return [String(one.content)]
    if (one.type === 12)
      return (one.items as { description?: string }[]).map(
        ({ description }) => `[${description ?? 'picture'}]`,
      )
    return []
  })
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...((embed.fields as { name: string; value: string }[] | undefined) ?? []).flatMap(({ name, value }) => [
      name,
      value,
    ]),
    (embed.footer as { text?: string } | undefined)?.text,
  ])
  return [message.content, ...parts, ...embeds, ...message.attachments.map(({ name }) => name)]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n')
}

/** The labels of buttons that can be pressed or that lead somewhere. */
export const buttonsOf = (message: Message): string[] =>
  flat(message.components)
    .filter(({ type }) => type === 2)
    .map(({ label, emoji }) => String(label ?? (emoji as { name?: string } | undefined)?.name))

/** The component that carries this label, custom id or placeholder. */
export const componentIn = (message: Message, name: string): Json | undefined =>
  flat(message.components).find(
    (one) =>
      typeof one.custom_id === 'string' &&
      (one.label === name || one.custom_id === name || one.placeholder === name),
  )
