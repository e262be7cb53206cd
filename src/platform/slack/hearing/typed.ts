/** What a person typed, from how Slack writes it down. */

/** Slack escapes three characters and writes links, people and channels between angle brackets. */
const MARK = /<([^<>\n]+)>/g

/** The words as they were typed; a link shows its address once, people and channels their names, unless `shown` says else. */
export const typedIn = (text: string, shown: (inside: string) => string = markOf): string =>
  text
    .replace(MARK, (_, inside: string) => shown(inside))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** What was typed for what stands between angle brackets. */
export const markOf = (inside: string): string => {
  const bar = inside.indexOf('|')
  const [what, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)]
  if (what.startsWith('@')) return label === '' ? what : `@${label.replace(/^@/, '')}`
  if (what.startsWith('#')) return label === '' ? what : `#${label}`
  if (what.startsWith('!')) return label === '' ? `@${what.slice(1).split('^', 1)[0]}` : label
  return link(what, label)
}

/** Whether somebody is mentioned in a text. */
export const mentions = (text: string, user: string): boolean => mentionOf(user).test(text)

/** The text without the mentions of somebody, and without what sets the first one off. */
export const withoutMention = (text: string, user: string): string => {
  if (!mentions(text, user)) return text
  const mention = mentionOf(user).source
  return text
    .replace(new RegExp(`^\\s*${mention}[\\s,:;]*`), '')
    .replace(new RegExp(`[^\\S\\n]*${mention}(?=[,.;:!?])`, 'g'), '')
    .replace(new RegExp(`[^\\S\\n]*${mention}[^\\S\\n]*`, 'g'), ' ')
    .trim()
}

const mentionOf = (user: string): RegExp => new RegExp(`<@${user}(?:\\|[^<>]*)?>`)

/** An address that was typed is labelled with itself, more or less. */
const link = (address: string, label: string): string => {
  if (label === '') return address.replace(/^mailto:/, '')
  return bare(label) === bare(address) ? label : `${label} (${address})`
}

const bare = (text: string): string =>
  text
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '')
    .toLowerCase()
