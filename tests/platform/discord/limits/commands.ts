/** Commands as they are registered. */
import {
  all,
  type Check,
  flag,
  isObject,
  list,
  object,
  oneOf,
  rule,
  whole,
  words,
} from '../../slack/limits/shape.ts'
import { maybe, within } from './shape.ts'

/** The languages that Discord speaks. */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  )

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const slug: Check = all(words(32, 1, NAME), (value, at) =>
  typeof value === 'string' && value !== value.toLowerCase()
    ? [`${at}: ${value} is not in small letters`]
    : [],
)

const localised = (check: Check): Check => {
  return maybe((value, at) => {
    if (!isObject(value)) return [`${at}: an object is needed`]
    return Object.entries(value).flatMap(([locale, one]) =>
      LOCALES.includes(locale) ? maybe(check)(one, `${at}.${locale}`) : [`${at}.${locale}: no such language`],
    )
  })
}

const described = { name: slug, description: words(100) }
const inLanguages = { name_localizations: localised(slug), description_localizations: localised(words(100)) }

const choice = (value: Check): Check =>
  object({ name: words(100), value }, { name_localizations: localised(words(100)) })

const number: Check = (value, at) => (typeof value === 'number' ? [] : [`${at}: a number is needed`])

const CHOICES: Record<number, Check> = { 3: words(100, 0), 4: whole(-(2 ** 53), 2 ** 53), 10: number }

/** A value that is asked for. */
const valued: Check = (value, at) => {
  const type = isObject(value) ? Number(value.type) : 0
  const check = all(
    object(
      { ...described, type: oneOf(3, 4, 5, 6, 7, 8, 9, 10, 11) },
      {
        ...inLanguages,
        required: flag,
        choices: list(choice(CHOICES[type] ?? (() => [`${at}: takes no choices`])), 25),
        autocomplete: flag,
        channel_types: list(whole(0, 16), 17),
        min_value: number,
        max_value: number,
        min_length: whole(0, 6000),
        max_length: whole(1, 6000),
      },
    ),
    rule(({ choices, autocomplete }) => {
      return (
        autocomplete === true &&
        Array.isArray(choices) &&
        choices.length > 0 &&
        'choices and autocomplete exclude each other'
      )
    }),
    rule(({ choices }) => twice(choices, 'name') ?? twice(choices, 'value')),
  )
  return check(value, at)
}

const twice = (entries: unknown, key: string): string | undefined => {
  if (!Array.isArray(entries)) return undefined
  const values = entries.map((one) => (isObject(one) ? one[key] : undefined))
  const double = values.find((value, index) => values.indexOf(value) !== index)
  return double === undefined ? undefined : `${key} ${String(double)} stands twice`
}

const options = (kind: Check): Check =>
  all(list(kind, 25), (value, at) => {
    if (!Array.isArray(value)) return []
    const late = value.findIndex(
      (one, index) =>
        one?.required === true && value.slice(0, index).some((before) => before?.required !== true),
    )
    const double = twice(value, 'name')
    return [
      ...(late < 0 ? [] : [`${at}[${late}]: what is required stands first`]),
      ...(double === undefined ? [] : [`${at}: ${double}`]),
    ]
  })

const subcommand: Check = object(
  { ...described, type: oneOf(1) },
  { ...inLanguages, options: options(valued) },
)
const group: Check = object({ ...described, type: oneOf(2), options: options(subcommand) }, inLanguages)

const either: Check = (value, at) => {
  const type = isObject(value) ? value.type : undefined
  return (type === 1 ? subcommand : type === 2 ? group : valued)(value, at)
}

const unmixed = rule(({ options: all }) => {
  if (!Array.isArray(all)) return false
  const deeper = all.filter((one) => one?.type === 1 || one?.type === 2).length
  return deeper > 0 && deeper < all.length && 'subcommands and values do not stand side by side'
})

/** Names, descriptions and values of a command share 8,000 characters, with the longest of its translations. */
const measured: Check = (value, at) => {
  const characters = within(value).reduce((sum, one) => {
    const longest = (key: string) =>
      Math.max(
        typeof one[key] === 'string' ? one[key].length : 0,
        ...Object.values(
          isObject(one[`${key}_localizations`]) ? (one[`${key}_localizations`] as object) : {},
        ).map((text) => String(text).length),
      )
    const given = typeof one.value === 'string' ? one.value.length : 0
    return sum + (typeof one.name === 'string' ? longest('name') + longest('description') + given : 0)
  }, 0)
  return characters > 8000 ? [`${at}: ${characters} characters in all, at most 8000 are allowed`] : []
}

const around = {
  id: words(20, 1, /^\d+$/),
  nsfw: flag,
  default_permission: flag,
  default_member_permissions: maybe(words(20, 1, /^\d+$/)),
  dm_permission: maybe(flag),
  contexts: maybe(list(oneOf(0, 1, 2), 3, 1)),
  integration_types: maybe(list(oneOf(0, 1), 2, 1)),
  handler: maybe(oneOf(1, 2)),
}

const typed: Check = all(
  object({ ...described }, { ...inLanguages, ...around, type: oneOf(1), options: options(either) }),
  unmixed,
  measured,
)

/** On a person or a message: any words for a name, and nothing to say beside. */
const pointed: Check = object(
  { name: words(32), type: oneOf(2, 3) },
  {
    ...around,
    name_localizations: localised(words(32)),
    description: maybe(oneOf('')),
    options: list(valued, 0),
  },
)

/** One command. */
export const command: Check = (value, at) => {
  const type = isObject(value) ? value.type : undefined
  return (type === 2 || type === 3 ? pointed : typed)(value, at)
}

/** All commands of a place: a hundred typed ones, fifteen on messages, fifteen on people, none twice. */
export const commands: Check = all(list(command, 130), (value, at) => {
  if (!Array.isArray(value)) return []
  const keys = value.map((one) => `${one?.type ?? 1} ${one?.name}`)
  const count = (kind: number) => value.filter((one) => (one?.type ?? 1) === kind).length
  return [
    ...(new Set(keys).size < keys.length ? [`${at}: a command stands twice`] : []),
    ...(count(1) > 100 || count(2) > 15 || count(3) > 15 ? [`${at}: too many commands`] : []),
  ]
})
