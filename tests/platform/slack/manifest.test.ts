import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { COMMANDS as WORDS } from '../../../src/platform/commands.ts'
import { parseCommand } from '../../../src/platform/parse.ts'
import { METHODS } from '../../../src/platform/slack/api/methods.ts'
import { COMMANDS, EVENTS } from '../../../src/platform/slack/needs.ts'

type Manifest = {
  display_information: Record<'name' | 'description' | 'long_description' | 'background_color', string>
  features: {
    app_home: Record<string, boolean>
    bot_user: { display_name: string; always_online: boolean }
    slash_commands: {
      command: string
      description: string
      usage_hint: string
      should_escape: boolean
      url?: string
    }[]
    agent_view: { agent_description: string; suggested_prompts: { title: string; message: string }[] }
    assistant_view?: unknown
  }
  oauth_config: { redirect_urls?: string[]; scopes: { bot: string[]; user?: string[] } }
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] }
    interactivity: { is_enabled: boolean; request_url?: string }
    org_deploy_enabled: boolean
    socket_mode_enabled: boolean
    token_rotation_enabled: boolean
  }
}

const text = readFileSync(new URL('../../../slack-manifest.yaml', import.meta.url), 'utf8')
const manifest: Manifest = parse(text)

/** Only apps that were made before agents had a view of their own have these, and no new app may ask for them. */
const OLD = /^assistant_thread_/

const sorted = (words: Iterable<string>): string[] => [...new Set(words)].toSorted()
const events = Object.keys(EVENTS).filter((event) => !OLD.test(event))
const tables: Readonly<Record<string, readonly string[]>>[] = [
  METHODS,
  Object.fromEntries(events.map((event) => [event, EVENTS[event] ?? []])),
  COMMANDS,
]

describe('the manifest asks for what the code uses, and for nothing else', () => {
  test('scopes', () => {
    const { bot, user } = manifest.oauth_config.scopes
    expect(bot.toSorted()).toEqual(sorted(tables.flatMap((table) => Object.values(table).flat())))
    expect(user, 'the bot never acts as a person').toBeUndefined()
  })

  test('events', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(sorted(events))
    expect(events.length).toBeGreaterThan(6)
  })

  test('slash commands, which come with ids in place of names', () => {
    const { slash_commands } = manifest.features
    expect(slash_commands.map(({ command }) => command)).toEqual(Object.keys(COMMANDS))
    expect(slash_commands.every(({ should_escape }) => should_escape)).toBe(true)
  })

  test('buttons and forms, the Home tab, messages to the app', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(true)
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})

test('the README says of every scope what it is for, and of no other', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const [, table = ''] = readme.split('### What each permission is for')
  const named = [...(table.split('\n## ')[0] ?? '').matchAll(/`([a-z_]+(?::[a-z]+)?)`/g)].map(
    ([, name = '']) => name,
  )
  expect(named.toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted())
})

describe('Slack takes it', () => {
  test.each<[what: string, text: string, least: number, most: number]>([
    ['name', manifest.display_information.name, 1, 35],
    ['description', manifest.display_information.description, 1, 140],
    ['long description', manifest.display_information.long_description, 175, 4_000],
    ['display name', manifest.features.bot_user.display_name, 1, 80],
    ['usage hint', manifest.features.slash_commands[0]?.usage_hint ?? '', 1, 1_000],
    ['description of the assistant', manifest.features.agent_view.agent_description, 1, 300],
  ])('the %s is neither too short nor too long', (_, words, least, most) => {
    expect(words.length).toBeGreaterThanOrEqual(least)
    expect(words.length).toBeLessThanOrEqual(most)
  })

  test('a new app has the view of an agent, with four prompts at most, and not the older one', () => {
    const { agent_view, assistant_view } = manifest.features
    expect(assistant_view).toBeUndefined()
    expect(agent_view.suggested_prompts.length).toBeLessThanOrEqual(4)
    expect(manifest.oauth_config.scopes.bot).toContain('assistant:write')
  })

  test('the colour is one', () => {
    expect(manifest.display_information.background_color).toMatch(/^#[0-9a-f]{6}$/)
  })
})

describe('what it offers can be typed', () => {
  test('prompts', () => {
    for (const { message } of manifest.features.agent_view.suggested_prompts) {
      expect(parseCommand(message)).toMatchObject({ command: message })
    }
  })

  test('the usage hint', () => {
    const hint = manifest.features.slash_commands[0]?.usage_hint ?? ''
    const offered = hint.split(' | ').map((each) => each.split(' ')[0])
    expect(offered.length).toBeGreaterThan(5)
    expect(offered.filter((word) => !WORDS.some(({ name }) => name === word))).toEqual([])
  })
})

describe('as it stands it is for Socket Mode and one workspace', () => {
  test('no address is asked for', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true)
    expect(manifest.settings.token_rotation_enabled).toBe(false)
    expect(JSON.stringify(manifest)).not.toContain('https:')
  })

  const without = (...marks: string[]): Manifest =>
    parse(
      marks
        .reduce((all, mark) => all.replaceAll(new RegExp(`^( *)#${mark} `, 'gm'), '$1'), text)
        .replace('socket_mode_enabled: true', 'socket_mode_enabled: false'),
    )

  test('without the marks of HTTP every request has its address', () => {
    const { features, settings, oauth_config } = without('http')
    const events = 'https://bot.example.org/slack/events'
    expect(features.slash_commands.map(({ url }) => url)).toEqual([events])
    expect(settings.event_subscriptions.request_url).toBe(events)
    expect(settings.interactivity.request_url).toBe(events)
    expect(settings.socket_mode_enabled).toBe(false)
    expect(oauth_config.redirect_urls).toBeUndefined()
  })

  test('without those of OAuth as well it comes back to the bot', () => {
    const { oauth_config, settings } = without('http', 'oauth')
    expect(oauth_config.redirect_urls).toEqual(['https://bot.example.org/slack/oauth_redirect'])
    expect(settings.org_deploy_enabled).toBe(true)
  })
})
