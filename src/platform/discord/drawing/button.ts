/**
 * Buttons, which carry the command that they stand for: what somebody does is kept nowhere for them. Only a question that is
 * asked first is kept, the same for all, and a command too long to be carried, which no card of the bot has.
 */
import type { Button, Card } from '../../card.ts'
import { OPENERS } from '../../form.ts'
import { isRecord } from '../../outside.ts'
import type { ButtonPiece, Row } from './component.ts'
import { digest } from './digest.ts'
import { idFrom, readOrigin } from './origin.ts'
import { oneLine } from './safe.ts'

/** What a button, or a form sent in, asks for; with `confirm`, only once the person has agreed to that. */
export type Pressed = { command: string; args: Readonly<Record<string, string>>; confirm?: string }

/** What is asked before a button does what it stands for. */
export type Question = { confirm: string }

/** What a button does not carry by itself, by the name under which it has to be kept. */
export type Kept = ReadonlyMap<string, Pressed | Question>

/** What is read of a button: what it stands for, with the name of what is `asked` first, or the name under which all is kept. */
export type Read = { pressed: Pressed; asked?: string } | { kept: string }

/**
 * The buttons of a card in rows, and what is to be kept for them; a form has one that opens it. In direct messages they
 * name the `tenant` for which they are shown.
 */
export const buttonsOf = ({ buttons = [], form }: Card, tenant?: string): { rows: Row[]; kept: Kept } => {
  const opener =
    form && !buttons.some(({ command }) => command === OPENERS[form.id].command)
      ? [{ label: form.title, ...OPENERS[form.id], first: true }]
      : []
  const kept = new Map<string, Pressed | Question>()
  const pieces = [...opener, ...buttons].slice(0, MOST).map((button, index): ButtonPiece => {
    const { custom_id, keeps } = idOf(button, index, tenant)
    if (keeps) kept.set(digestOf(keeps), keeps)
    const style = 'first' in button ? PRIMARY : button.confirm ? DANGER : SECONDARY
    return { type: 2, style, label: oneLine(button.label, MOST_LABEL) || button.command, custom_id }
  })
  return { rows: rowsOf(pieces), kept }
}

/** The button by which somebody agrees to what they were asked; it is pressed without being asked again. */
export const agreeing = (label: string, read: Read, tenant?: string): Row => {
  const custom_id = idFrom(tenant, 'kept' in read ? `y0:${read.kept}` : `p0:${carried(read.pressed)}`)
  return {
    type: 1,
    components: [{ type: 2, style: DANGER, label: oneLine(label, MOST_LABEL) || 'Yes', custom_id }],
  }
}

/** What a press asks for, as it came from outside; nothing where it is no button of ours. `agreed` to what was asked. */
export const readButton = (sent: unknown): (Read & { agreed: boolean }) | undefined => {
  const { id } = readOrigin(sent)
  if (typeof id !== 'string' || id.length > MOST_ID) return undefined
  const [, sign, rest = ''] = /^([pkyc])\d{1,2}:(.+)$/s.exec(id) ?? []
  if (sign === 'k' || sign === 'y')
    return /^[\w-]{10,40}$/.test(rest) ? { kept: rest, agreed: sign === 'y' } : undefined
  const asked = sign === 'c' ? /^[\w-]{10,40}(?=:)/.exec(rest)?.[0] : undefined
  if (sign === 'c' && asked === undefined) return undefined
  const pressed = pressedIn(asked === undefined ? rest : rest.slice(asked.length + 1))
  return pressed && { pressed, ...(asked !== undefined && { asked }), agreed: false }
}

/** A question that was kept, as it came back; nothing where it is none of ours. */
export const readQuestion = (value: unknown): string | undefined =>
  isRecord(value) && typeof value.confirm === 'string' ? value.confirm : undefined

/** What was kept for a button, as it came back; nothing where it is none of ours. */
export const readKept = (value: unknown): Pressed | undefined => {
  if (!isRecord(value) || !isRecord(value.args)) return undefined
  const { command, confirm } = value
  const args = Object.entries(value.args)
  if (typeof command !== 'string' || !args.every(isWord)) return undefined
  return { command, args: Object.fromEntries(args), ...(typeof confirm === 'string' && { confirm }) }
}

const [PRIMARY, SECONDARY, DANGER] = [1, 2, 4] as const
/** With all else that a card can show, these make the 40 components that a message holds. */
const MOST = 20
const PER_ROW = 5
const MOST_LABEL = 80
const MOST_ID = 100

/** The number keeps the ids of a message apart. */
const idOf = (
  { command, args = {}, confirm }: Button,
  index: number,
  tenant: string | undefined,
): { custom_id: string; keeps?: Pressed | Question } => {
  const question = confirm === undefined ? undefined : { confirm }
  const asks = question === undefined ? `p${index}` : `c${index}:${digestOf(question)}`
  const custom_id = idFrom(tenant, `${asks}:${carried({ command, args })}`)
  if (custom_id.length <= MOST_ID) return { custom_id, ...(question && { keeps: question }) }
  const pressed = { command, args, ...question }
  return { custom_id: idFrom(tenant, `k${index}:${digestOf(pressed)}`), keeps: pressed }
}

const digestOf = (kept: Pressed | Question): string => digest(JSON.stringify(kept))

/** A command as an id carries it, and what an id carries as a command. */
const carried = ({ command, args }: Pressed): string => {
  const query = new URLSearchParams(args).toString()
  return query === '' ? command : `${command}?${query}`
}

const pressedIn = (carried: string): Pressed | undefined => {
  const [, command, query] = /^([a-z]{1,40})(?:\?(.*))?$/s.exec(carried) ?? []
  return command === undefined
    ? undefined
    : { command, args: Object.fromEntries(new URLSearchParams(query ?? '')) }
}

const rowsOf = (pieces: readonly ButtonPiece[]): Row[] =>
  Array.from({ length: Math.ceil(pieces.length / PER_ROW) }, (_, row) => ({
    type: 1,
    components: pieces.slice(row * PER_ROW, (row + 1) * PER_ROW),
  }))

const isWord = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'
