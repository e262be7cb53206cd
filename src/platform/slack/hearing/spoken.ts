/** Commands in what Slack writes down: a person or a channel goes by its name here where the command asks for one. */
import type { Argument } from '../../command.ts'
import { findCommand } from '../../commands.ts'
import { type Parsed, parseCommand } from '../../parse.ts'
import { personName, placeName } from '../names.ts'
import { markOf, typedIn } from './typed.ts'

/** A line as it was typed, but for what it asks for by name, and the command that it is. */
export type Spoken = { line: string; parsed: Parsed }

/** Reads a line that may be a command; what is mentioned where nobody is asked for stays as it was typed. */
export const spokenIn = (text: string, tenant: string): Spoken => {
  const marks: string[] = []
  const signed = typedIn(text.replace(SIGN, ''), (inside) =>
    MENTION.test(inside) && marks.length < MOST ? signOf(marks.push(inside)) : markOf(inside),
  )
  const wanted = wantedBy(commandIn(signed))
  const line = signed.replace(SIGN, (sign) => {
    const mark = marks[placeOf(sign)] ?? ''
    const [, kind, id = ''] = MENTION.exec(mark) ?? []
    if (kind === '@' && wanted.people.includes(sign)) return personName(tenant, id)
    if (kind === '#' && wanted.places.includes(sign)) return placeName(tenant, id)
    return typedIn(`<${mark}>`)
  })
  return { line, parsed: commandIn(line) }
}

/** Whether words may be a command: they are said to the bot, or bear its sign. */
export const mayCommand = (text: string, direct: boolean): boolean =>
  direct || /^\s*(?:\/|mlsd(?=\s|$))/i.test(text)

/** The command that a line is, with its sign or without. */
export const commandIn = (line: string): Parsed => parseCommand(line.replace(/^\s*mlsd(?=\s|$)/i, '/mlsd'))

/** `@U1`, `#C1`, each with or without what it is called there. */
const MENTION = /^([@#])([A-Z0-9]+)(?:\||$)/

/** While a line is parsed each mention is one sign, of those that stand for nothing in any text; more are words. */
const SIGN = /[\uFDD0-\uFDEF]/g
const FIRST = 0xfdd0
const MOST = 0x20

const signOf = (count: number): string => String.fromCharCode(FIRST + count - 1)
const placeOf = (sign: string): number => sign.charCodeAt(0) - FIRST

/** What is given to arguments that take people, or places. */
const wantedBy = (parsed: Parsed): { people: string; places: string } => {
  if (!('args' in parsed)) return { people: '', places: '' }
  const rows = findCommand(parsed.command)?.args ?? []
  const given = (takes: (argument: Taking) => boolean): string =>
    rows
      .filter(takes)
      .map(({ name }) => parsed.args[name] ?? '')
      .join(' ')
  return { people: given(takesPeople), places: given(takesPlaces) }
}

type Taking = Argument & { people?: boolean; places?: boolean }

const takesPeople = ({ name, people }: Taking): boolean => people ?? name === 'person'
const takesPlaces = ({ name, places }: Taking): boolean => places ?? name === 'channels'
