import { describe, expect, test } from 'vitest'
import { aboutCommand } from '../../../src/platform/about.ts'
import type { CommandSpec } from '../../../src/platform/command.ts'
import { COMMANDS } from '../../../src/platform/commands.ts'
import {
  type Group,
  LOCALES,
  type Option,
  registered,
  type Subcommand,
} from '../../../src/platform/discord/registration.ts'
import { wordsIn } from '../../../src/words/words.ts'
import { starting } from './running.ts'
import { ONE, TWO } from './stand-in/seed.ts'
import { standIn } from './stand-in/stand-in.ts'

const start = starting()

const subcommands = (everywhere = true, commands?: readonly CommandSpec[]): Subcommand[] => {
  const [first] = registered(everywhere, commands)
  if (first?.type !== 1) throw new Error('The first command is the one that is typed.')
  return first.options.filter((one) => one.type === 1)
}

const grouped = (name: string): Group => {
  const [first] = registered(true)
  const found =
    first?.type === 1 ? first.options.find((one) => one.type === 2 && one.name === name) : undefined
  if (found?.type !== 2) throw new Error(`There is no group ${name}.`)
  return found
}
const tools = (): Group => grouped('tools')

/** What has a subcommand of its own, and what stands in the group of one's own with the same options. */
const ALONE = COMMANDS.filter(({ group }) => group === undefined)
const OWN = COMMANDS.filter(({ group }) => group === 'my')

const optionsOf = (name: string): Record<string, Option> => {
  const found = subcommands().find((one) => one.name === name)
  return Object.fromEntries((found?.options ?? []).map((option) => [option.name, option]))
}

describe('the slash command', () => {
  test('has a subcommand for each command, with an option for each argument', () => {
    const said = subcommands().map(({ name, options }) => [name, options.map((option) => option.name).sort()])
    expect(said).toEqual(ALONE.map(({ name, args }) => [name, args.map((argument) => argument.name).sort()]))
  })

  test("has what is a person's own in a group, with the same options", () => {
    const said = grouped('my').options.map(({ name, options }) => [name, options.map((one) => one.name)])
    expect(said).toEqual([
      ['board', ['what', 'words']],
      ['link', ['code', 'sure']],
      ['page', ['what', 'id']],
      ['export', []],
      ['forget', ['sure']],
    ])
  })

  test('has the tools in a group, each with its line of options, and a file where it takes one', () => {
    expect(tools().name).toBe('tools')
    const said = tools().options.map(({ name, options }) => [
      name,
      ...options.map((one) => [one.name, one.type]),
    ])
    expect(said).toEqual([
      ['metrics', ['file', 11], ['values', 3]],
      ['bias-variance', ['file', 11], ['values', 3]],
      ['data', ['file', 11], ['values', 3]],
      ['estimate', ['values', 3]],
      ['choose-metric', ['values', 3]],
      ['choose-model', ['values', 3]],
      ['ab-test', ['values', 3]],
      ['diagram', ['file', 11], ['values', 3]],
    ])
    for (const { options } of tools().options) for (const one of options) expect(one.required).toBe(false)
  })

  test('shows a command that is added, before there are words for it, by its name', () => {
    const args = [
      { name: 'song', optional: true },
      { name: 'tone', number: true },
    ]
    const [sing] = subcommands(true, [{ name: 'sing', example: 'sing', args }])
    expect(sing).toMatchObject({ name: 'sing', description: 'sing', description_localizations: {} })
    expect(sing?.options).toMatchObject([
      { name: 'tone', type: 4, required: true, min_value: 1 },
      { name: 'song', type: 3, required: false },
    ])
  })

  test('offers choices, takes numbers and people as such, and proposes problems', () => {
    expect(optionsOf('start')).toMatchObject({
      level: {
        type: 3,
        choices: [{ value: 'junior' }, { value: 'mid' }, { value: 'senior' }, { value: 'staff' }],
      },
      minutes: { type: 4 },
      problem: { type: 3, autocomplete: true },
    })
    expect(optionsOf('peer')).toMatchObject({ person: { type: 6, required: true } })
    expect(optionsOf('rate').ratings?.choices).toBeUndefined()
  })

  test('keeps to what Discord takes', () => {
    type Part = Pick<Option, 'name' | 'description' | 'description_localizations' | 'choices'> & {
      options?: Option[]
    }
    const size = (part: Part): number => {
      const descriptions = [part.description, ...Object.values(part.description_localizations)]
      return (
        part.name.length +
        Math.max(...descriptions.map((text) => text.length)) +
        (part.choices ?? []).reduce((all, { name, value }) => all + name.length + value.length, 0) +
        (part.options ?? []).reduce((all, one) => all + size(one), 0)
      )
    }
    const groups = [grouped('my'), tools()]
    const all = [...subcommands(), ...groups.flatMap(({ options }) => options)]
    expect(subcommands().length + groups.length).toBeLessThanOrEqual(25)
    const heads = groups.map((group) => size({ ...group, options: [] }))
    expect([...heads, ...all.map(size)].reduce((sum, one) => sum + one, 0)).toBeLessThan(8000)
    for (const part of [...groups, ...all.flatMap((one) => [one, ...one.options])]) {
      expect(part.name).toMatch(/^[a-z-]{1,32}$/)
      expect(part.description.length).toBeLessThanOrEqual(100)
    }
  })

  test('is offered in direct messages as well, where it is registered everywhere', () => {
    expect(registered(true)).toMatchObject([{ contexts: [0, 1] }, { contexts: [0, 1] }])
    for (const command of registered(false)) expect(command).not.toHaveProperty('contexts')
  })
})

const TOOL = new Set(COMMANDS.filter(({ group }) => group === 'tools').map(({ name }) => name))

describe.each(Object.entries(LOCALES))('in %s', (_, locale) => {
  test('every command and every option is described, in at most 100 characters', () => {
    const told = Object.fromEntries(
      Object.entries(locale.commands)
        .filter(([name]) => !TOOL.has(name))
        .map(([name, { options = {} }]) => [name, Object.keys(options).sort()]),
    )
    const known = Object.fromEntries(
      [...ALONE, ...OWN].map(({ name, args }) => [name, args.map((argument) => argument.name).sort()]),
    )
    expect(told).toEqual(known)
    const { about, values, file, commands } = locale.tools
    expect(Object.keys(commands)).toEqual([...TOOL])
    for (const text of [about, values, file, ...Object.values(commands)])
      expect(text.trim().length, text).toSatisfy((length: number) => length > 0 && length <= 100)
    expect(locale.own.length).toBeLessThanOrEqual(100)
    const texts = Object.values(locale.commands).flatMap(({ about, options = {} }) => [
      about,
      ...Object.values(options),
    ])
    for (const text of texts) {
      expect(text.length, text).toBeLessThanOrEqual(100)
      expect(text.trim()).not.toBe('')
    }
    expect(locale.grade.length).toBeLessThanOrEqual(32)
  })

  test('no description is left in English, and values that are typed stand in it as they are typed', () => {
    for (const name of TOOL)
      expect(locale.tools.commands[name]).not.toBe(aboutCommand(name, wordsIn('en')).about)
    for (const { name, args } of [...ALONE, ...OWN]) {
      const { about, options } = aboutCommand(name, wordsIn('en'))
      expect(about).not.toBe('')
      expect(locale.commands[name]?.about).not.toBe(about)
      for (const argument of args) {
        expect(options[argument.name]).toMatch(/\w/)
        expect(locale.commands[name]?.options?.[argument.name]).not.toBe(options[argument.name])
      }
    }
    const text = JSON.stringify(locale.commands)
    for (const value of [
      'coach',
      'exam',
      'team',
      'any',
      'never',
      'setup',
      'show',
      'off',
      'on',
      'everyone',
      'yes',
    ])
      expect(text).toMatch(new RegExp(`\\b${value}\\b`))
  })
})

describe('Discord is told about the commands', () => {
  const languages = ['de', 'es-ES', 'fr', 'pt-BR', 'ja', 'zh-CN']

  test('for all guilds, in every language', async () => {
    const { far } = await start()
    const [mlsd, grade] = far.commands() as unknown as [
      Subcommand,
      { name: string; name_localizations: object },
    ]
    expect(mlsd).toMatchObject({ name: 'mlsd', type: 1 })
    for (const part of [mlsd, ...mlsd.options].flatMap((one) => [
      one,
      ...((one as unknown as Subcommand).options ?? []),
    ]))
      expect(Object.keys(part.description_localizations)).toEqual(expect.arrayContaining(languages))
    expect(grade).toMatchObject({ name: 'Grade this answer', type: 3 })
    expect(Object.keys(grade.name_localizations)).toEqual(expect.arrayContaining(languages))
  })

  test('once, and again only when they have changed', async () => {
    const far = await standIn()
    const shelf = new Map<string, unknown>()
    for (const _ of [1, 2]) await (await start({ on: far, shelf })).stop()
    const route = 'PUT /applications/:id/commands'
    expect(far.callsOf(route)).toHaveLength(1)
    shelf.set('commands', { ...(shelf.get('commands') as object), hash: 'of others' })
    const { stop } = await start({ on: far, shelf })
    await far.until(() => far.callsOf(route).length === 2, 'another registration')
    await stop()
    await far.stop()
  })

  test('in one guild where that is set, and no longer where they were before', async () => {
    const far = await standIn()
    const shelf = new Map<string, unknown>()
    await (await start({ on: far, shelf })).stop()
    expect(far.commands()).toHaveLength(2)
    const { stop } = await start({ on: far, shelf, guild: ONE.guild })
    await far.until(() => far.commands().length === 0, 'them to be taken back')
    expect(far.commands(ONE.guild)).toHaveLength(2)
    expect(far.commands(TWO.guild)).toHaveLength(0)
    await stop()
    await far.stop()
  })

  test('and where that fails it is told, and listened all the same', async () => {
    const far = await standIn()
    far.trouble.fail('PUT /applications/:id/commands', {
      status: 403,
      code: 50001,
      message: 'Missing Access',
    })
    const shelf = new Map<string, unknown>([['commands', {}]])
    const run = await start({ on: far, shelf })
    await far.until(() => run.log().includes('could not be told to Discord'), 'a complaint')
    far.person(ONE.candidate).dm('hello')
    await far.until(() => run.words().includes('hello'), 'a message')
    await run.stop()
    await far.stop()
  })
})
