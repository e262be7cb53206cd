/** Which flow a talk follows: a whole one, or a part that is cut from it for the person who asks. */
import type { Flow } from '../flow/flow.ts'
import { type Bank, flowIds } from './library.ts'

/** The flow of a whole interview, where nothing else is asked for. */
export const USUAL = 'mlsd'

type Asked = Readonly<Record<string, string>>

/** What was asked for, with what is written behind a flow by its own name: `sprint:data`, `mlsd:30`. */
export const spelledOut = (asked: Asked): Asked => {
  const [, flow, detail] = /^([^:]+):(.+)$/.exec(asked.flow ?? '') ?? []
  if (flow === undefined || detail === undefined) return asked
  const further: Asked = /^\d+$/.test(detail) ? { minutes: detail } : { focus: detail }
  return { ...further, ...asked, flow }
}

/** Whether a whole flow can be held in so many minutes; a part of one has its own length. */
export const takesMinutes = (bank: Bank, flow: string, minutes: number): boolean => {
  const { least, most } = bank.flows.get(knownAs(bank, flow))?.bounds ?? { least: 1, most: 0 }
  return minutes >= least && minutes <= most
}

/** How a talk is called beside its problem; nothing where it is the usual whole interview. */
export const formatOf = ({ id, title }: Pick<Flow, 'id' | 'title'>): string | undefined =>
  id === USUAL ? undefined : title

/** The id that is meant by a name: case and hyphens do not matter. */
export const knownAs = (bank: Bank, name: string): string => {
  const flat = (id: string): string => id.toLowerCase().replaceAll('-', '')
  const ids = flowIds(bank)
  return ids.find((id) => id === name) ?? ids.find((id) => flat(id) === flat(name)) ?? name
}
