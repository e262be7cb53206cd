/** A form as somebody sees it and fills it in. */
import { resolve } from './typed-command.ts'
import type { Json, World } from './world.ts'

export type FieldShown = {
  /** The custom id. */
  id: string
  label: string
  description: string | undefined
  /** 3 a menu, 4 a text, 5 people, 8 channels, 21 one of several, 22 any of several, 23 yes or no. */
  type: number
  required: boolean
  /** What stands there. */
  value: string | string[]
  options: { label: string; value: string }[]
}

type Input = Json & { options?: { label: string; value: string; default?: boolean }[] }

const INPUTS = new Set([3, 4, 5, 6, 7, 8, 19, 21, 22, 23])

const inputOf = (
  part: Json,
): { input: Input; label: string; description: string | undefined } | undefined => {
  const [inner] = (part.components as Json[] | undefined) ?? []
  const input = (part.type === 18 ? part.component : inner) as Input | undefined
  if (input === undefined || !INPUTS.has(Number(input.type))) return undefined
  return {
    input,
    label: String(part.label ?? input.label ?? ''),
    description: part.description as string | undefined,
  }
}

export const fieldsOf = (components: readonly Json[]): FieldShown[] =>
  components.flatMap((part) => {
    const found = inputOf(part)
    if (found === undefined) return []
    const { input, label, description } = found
    return [
      {
        id: String(input.custom_id),
        label,
        description,
        type: Number(input.type),
        required: input.required !== false,
        value: standing(input),
        options: (input.options ?? []).map((option) => ({ label: option.label, value: option.value })),
      },
    ]
  })

const SINGLE = new Set([4, 21])

const standing = (input: Input): string | string[] => {
  if (input.type === 4) return String(input.value ?? '')
  const defaults = (input.default_values as { id: string }[] | undefined)?.map(({ id }) => id) ?? []
  const chosen = (input.options ?? []).filter((option) => option.default).map(({ value }) => value)
  return input.type === 21 ? (chosen[0] ?? '') : [...chosen, ...defaults]
}

/** What the app is told of it; throws for what Discord's own form would not let somebody send. */
export const filledIn = (
  world: World,
  components: readonly Json[],
  values: Readonly<Record<string, string | string[]>>,
): { components: Json[]; resolved: Json | undefined } => {
  const fields = fieldsOf(components)
  const unknown = Object.keys(values).filter(
    (key) => !fields.some(({ id, label }) => key === id || key === label),
  )
  if (unknown.length > 0)
    throw new Error(
      `the form has no ${unknown.join(', ')}, only ${fields.map(({ label }) => label).join(', ')}`,
    )
  const resolved: Record<string, Json> = {}
  const filled = components.map((part, index): Json => {
    const found = inputOf(part)
    if (found === undefined) return { type: part.type, id: index + 1 }
    const { input, label } = found
    const given = values[String(input.custom_id)] ?? values[label] ?? standing(input)
    const answer = {
      id: 100 + index,
      type: input.type,
      custom_id: input.custom_id,
      ...entered(input, label, given),
    }
    const kind = { 5: 6, 8: 7 }[Number(input.type)]
    if (kind !== undefined) for (const id of [given].flat()) resolve(world, kind, id, resolved)
    return part.type === 18
      ? { type: 18, id: index + 1, component: answer }
      : { type: 1, id: index + 1, components: [answer] }
  })
  return { components: filled, resolved: Object.keys(resolved).length === 0 ? undefined : resolved }
}

const entered = (input: Input, label: string, given: string | string[]): Json => {
  const list = [given].flat().filter((one) => one !== '')
  if (input.type === 23) return { value: list[0] === 'true' }
  const required = input.required !== false
  if (required && list.length === 0) throw new Error(`the form needs ${label}`)
  if (input.type === 4) return written(input, label, [given].flat().join(''))
  const values = list.map((want) => {
    const option = input.options?.find((one) => one.label === want || one.value === want)
    if (input.options !== undefined && option === undefined) throw new Error(`${label} has no ${want}`)
    return option?.value ?? want
  })
  const usual = input.type === 22 ? 10 : 1
  const most = SINGLE.has(Number(input.type)) ? 1 : Number(input.max_values ?? usual)
  const least = Number(input.min_values ?? 0)
  const few = values.length > 0 && values.length < least
  if (values.length > most || few) throw new Error(`${label} takes ${least} to ${most} values`)
  return input.type === 21 ? { value: values[0] ?? null } : { values }
}

const written = (input: Input, label: string, text: string): Json => {
  const [least, most] = [Number(input.min_length ?? 0), Number(input.max_length ?? 4000)]
  if (text !== '' && (text.length < least || text.length > most))
    throw new Error(`${label} takes ${least} to ${most} characters`)
  return { value: text }
}
