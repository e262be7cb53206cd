/** What was heard, as an event of the interview that it belongs to. */
import type { Command, Event } from '../interview/events.ts'
import { COMMANDS } from '../interview/events.ts'
import type { Plan } from '../interview/plan.ts'
import type { Heard } from '../platform/platform.ts'

const isCommand = (word: string): word is Command => (COMMANDS as readonly string[]).includes(word)

/** The event, or `undefined` where the interview has no say in it, or where more has to be done first. */
export const eventOf = (heard: Heard, plan: Plan): Event | undefined => {
  const { id, at, link } = heard
  switch (heard.type) {
    case 'message':
      return { type: 'answered', at, id, text: heard.text, ...(link !== undefined && { link }) }
    case 'edit':
      return { type: 'edited', at, id, of: heard.of, text: heard.text }
    case 'withdrawal':
      return { type: 'withdrawn', at, id, of: heard.of }
    case 'file':
      return undefined
    case 'form':
      return heard.form === 'rate' ? { type: 'rated', at, id, ratings: ratingsOf(heard.fields) } : undefined
    case 'command':
    case 'press':
      if (heard.command === 'retry')
        return { type: 'retry', at, id, stage: stageNamed(plan, heard.args.stage ?? '') }
      return isCommand(heard.command) ? { type: heard.command, at, id } : undefined
  }
}

/** Marks per stage from the fields of a form; what is no whole number is left out. */
export const ratingsOf = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([stage, mark]) => [stage, Number(mark)] as const)
      .filter(([, mark]) => Number.isInteger(mark)),
  )

/** A stage by its id, its title, or the beginning of either; the words themselves where none fits. */
const stageNamed = (plan: Plan, words: string): string => {
  const wanted = words.trim().toLowerCase()
  const fits = plan.order.filter(({ id, title }) =>
    [id, title.toLowerCase()].some((name) => name.startsWith(wanted)),
  )
  return (plan.order.find(({ id }) => id === wanted) ?? (wanted === '' ? undefined : fits[0]))?.id ?? words
}
