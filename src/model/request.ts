/** An ask as an endpoint takes it. */
import type { Abilities } from './abilities.ts'
import type { Ask, Message } from './model.ts'
import type { Effort } from './settings.ts'
import type { Request } from './wire.ts'

/** The request for an ask; `messages` are those of the ask, or those of its second turn. */
export const requestOf = <T>(
  { shape, most }: Ask<T>,
  messages: readonly Message[],
  abilities: Abilities,
  effort: Effort | undefined,
): Request => ({
  messages: abilities.format === 'schema' ? messages : inWords(messages, shape.schema),
  format: abilities.format,
  shape: { name: shape.name, schema: shape.schema },
  most: most + (abilities.thinks ? THINKING : 0),
  mostAs: abilities.mostAs,
  counted: abilities.counted,
  ...(effort && abilities.effort && { effort }),
})

/** Tokens for thinking, beside those of the answer. */
const THINKING = 4_000

/** The schema stands at the end of the first message: it is the same from turn to turn, and so is what precedes it. */
const inWords = (messages: readonly Message[], schema: Readonly<Record<string, unknown>>): Message[] => {
  const wish = `Answer with one JSON value that fits this JSON schema, and with nothing else:\n${JSON.stringify(schema)}`
  const [first, ...rest] = messages
  if (first?.role === 'system') return [{ ...first, content: `${first.content}\n\n${wish}` }, ...rest]
  return [{ role: 'system', content: wish }, ...messages]
}

/** The turn in which the model is told what was wrong with its answer. */
export const repairing = (messages: readonly Message[], answer: string, fault: string): Message[] => [
  ...messages,
  ...(answer.trim() === '' ? [] : [{ role: 'assistant' as const, content: answer }]),
  {
    role: 'user',
    content: `That answer cannot be used: ${fault.replace(/[.;\s]*$/, '.')} Give the whole answer again, as one JSON value and nothing else.`,
  },
]

/** About how many tokens a text has, where nobody counts them. */
export const tokensIn = (...texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0)
