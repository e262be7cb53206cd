/** What somebody types, as Slack stores it. */
import type { Json, Workspace } from './world.ts'

/** Escaped, with addresses as links; what stands in angle brackets as Slack's own markup is left alone. */
export const stored = (typed: string): string =>
  typed
    .split(/(<[@#!][^<>]+>)/)
    .map((part, at) => (at % 2 === 1 ? part : linked(escaped(part))))
    .join('')

/** What is typed after a slash command, for an app that has it escaped: people and channels with what they are called. */
export const escapedFor = ({ users, channels }: Workspace, typed: string): string => {
  const person = new Map([...users.values()].map(({ id, name }) => [name, id]))
  const channel = new Map([...channels.values()].map(({ id, name }) => [name, id]))
  return stored(typed)
    .replace(/(?<=^|[\s,"“])@([\w-]+)/g, (word, name: string) =>
      person.has(name) ? `<@${person.get(name)}|${name}>` : word,
    )
    .replace(/(?<=^|[\s,"“])#([\w-]+)/g, (word, name: string) =>
      channel.has(name) ? `<#${channel.get(name)}|${name}>` : word,
    )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const linked = (text: string): string => text.replace(/https?:\/\/[^\s<>|]+/g, (address) => `<${address}>`)

/** The block that Slack adds to whatever a person writes. */
export const richText = (typed: string, id: string): Json => ({
  type: 'rich_text',
  block_id: id,
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }],
})
