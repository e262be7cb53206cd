import { type ChatInputCommandInteraction, Events, type Interaction, MessageFlags } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientAt } from './client.ts'
import { BOTH, ONE, TWO } from './seed.ts'
import { type StandIn, standIn } from './stand-in.ts'

const quiet = { allowedMentions: { parse: [] } }
const secretly = { flags: MessageFlags.Ephemeral, ...quiet } as const
const COMMANDS = [
  {
    name: 'mlsd',
    description: 'x',
    options: [
      {
        type: 1,
        name: 'start',
        description: 'x',
        options: [
          {
            type: 3,
            name: 'level',
            description: 'x',
            required: true,
            choices: [{ name: 'Senior', value: 'senior' }],
          },
          { type: 3, name: 'problem', description: 'x', autocomplete: true },
          { type: 4, name: 'minutes', description: 'x', min_value: 5 },
          { type: 6, name: 'with', description: 'x' },
        ],
      },
      { type: 1, name: 'help', description: 'x' },
    ],
  },
  { name: 'Grade this answer', type: 3 },
  { name: 'manage', description: 'x', default_member_permissions: '32' },
]

let discord: StandIn
let client: Awaited<ReturnType<typeof clientAt>>['client']
const answers = (answer: (interaction: Interaction) => Promise<unknown>) => {
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction).catch(() => {}))
}

beforeEach(async () => {
  discord = await standIn({ answerWithin: 300 })
  client = (await clientAt(discord)).client
  await client.rest.put(`/applications/${discord.appId}/commands`, { body: COMMANDS })
})
afterEach(async () => {
  await client.destroy()
  await discord.stop()
})

test('a command comes with its values, and with who used it where', async () => {
  const seen: unknown[] = []
  answers(async (interaction) => {
    const command = interaction as ChatInputCommandInteraction
    const { options } = command
    seen.push([
      options.getSubcommand(),
      options.getString('level'),
      options.getInteger('minutes'),
      options.getUser('with')?.username,
      command.guildId,
      command.channelId,
      command.memberPermissions?.has('ManageGuild'),
    ])
    await command.reply({ content: 'done', ...secretly })
  })
  const values = { level: 'senior', minutes: 45, with: ONE.peer }
  const asked = await discord.person(ONE.candidate).command(ONE.general, 'mlsd start', values)
  expect(asked).toMatchObject({ answered: true, callback: 4, kind: 'command' })
  await discord.person(TWO.admin).command(TWO.general, 'mlsd start', { level: 'senior' })
  const direct = discord.person(BOTH)
  await direct.command(direct.direct, 'mlsd start', { level: 'senior' })
  expect(seen).toEqual([
    ['start', 'senior', 45, 'peer', ONE.guild, ONE.general, false],
    ['start', 'senior', null, undefined, TWO.guild, TWO.general, true],
    ['start', 'senior', null, undefined, null, direct.direct, undefined],
  ])
  expect(asked.replies()).toMatchObject([{ text: 'done', only: ONE.candidate }])
  expect(discord.person(ONE.watcher).sees(ONE.general)).toEqual([])
  expect(discord.faults).toEqual([])
})

test.each([
  ['mlsd start', {}, 'needs level'],
  ['mlsd start', { level: 'king' }, 'no choice king'],
  ['mlsd start', { level: 'senior', minutes: 'soon' }, 'takes a number'],
  ['mlsd start', { level: 'senior', minutes: 1 }, '5 at least'],
  ['mlsd start', { level: 'senior', colour: 'red' }, 'no option colour'],
  ['mlsd stop', {}, 'no subcommand stop'],
  ['mlsd', {}, 'subcommand is missing'],
  ['other', {}, 'no command other'],
])('/%s %j cannot be sent: %s', async (path, values, words) => {
  await expect(discord.person(ONE.candidate).command(ONE.general, path, values)).rejects.toThrow(words)
})

test('a command for those with a permission is for nobody else', async () => {
  const { command } = discord.person(ONE.candidate)
  await expect(command(ONE.general, 'manage')).rejects.toThrow('is not for')
  answers(async (interaction) =>
    (interaction as ChatInputCommandInteraction).reply({ content: 'x', ...secretly }),
  )
  await expect(discord.person(ONE.admin).command(ONE.general, 'manage')).resolves.toMatchObject({
    answered: true,
  })
})

test('an answer that does not come in time is too late', async () => {
  let refused: unknown
  let over = false
  answers(async (interaction) => {
    await discord.until(() => over)
    await (interaction as ChatInputCommandInteraction)
      .reply({ content: 'late', ...secretly })
      .catch((error: unknown) => {
        refused = error
      })
  })
  const asked = await discord.person(ONE.candidate).command(ONE.general, 'mlsd help')
  expect(asked).toMatchObject({ answered: false, callback: undefined })
  over = true
  await discord.until(() => refused !== undefined)
  expect(refused).toMatchObject({ status: 404, code: 10062 })
})

test('a deferred answer is filled by what follows, until the token ends; nothing is answered twice', async () => {
  let command: ChatInputCommandInteraction | undefined
  answers(async (interaction) => {
    command = interaction as ChatInputCommandInteraction
    await command.deferReply({ flags: MessageFlags.Ephemeral })
  })
  const asked = await discord.person(ONE.candidate).command(ONE.general, 'mlsd help')
  expect(asked.loading()).toBe(true)
  await discord.until(() => command?.deferred === true)
  await command?.followUp({ content: 'first', ...quiet })
  await command?.followUp({ content: 'second', ...secretly })
  await command?.followUp({ content: 'for all', ...quiet })
  await command?.editReply({ content: 'first, changed', ...quiet })
  expect(asked.replies().map(({ text, only }) => [text, only])).toEqual([
    ['first, changed', ONE.candidate],
    ['second', ONE.candidate],
    ['for all', undefined],
  ])
  const path = `/interactions/${command?.id}/${command?.token}/callback` as const
  await expect(client.rest.post(path, { body: { type: 5 }, auth: false })).rejects.toMatchObject({
    code: 40060,
  })
  const [first] = asked.replies()
  await expect(client.rest.get(`/channels/${ONE.general}/messages/${first?.id}`)).rejects.toMatchObject({
    code: 10008,
  })
  await command?.deleteReply()
  expect(asked.replies()).toHaveLength(2)
  discord.expireInteractions()
  await expect(command?.followUp({ content: 'too late', ...quiet })).rejects.toMatchObject({ code: 50027 })
})

test('choices are offered while somebody types', async () => {
  answers(async (interaction) => {
    if (!interaction.isAutocomplete()) return
    const { name, value } = interaction.options.getFocused(true)
    await interaction.respond([{ name: `${name} ${value}`, value: 'feed' }])
  })
  const one = discord.person(ONE.candidate)
  const asked = await one.autocomplete(ONE.general, 'mlsd start', { problem: 'fe' }, 'problem')
  expect(asked.choices).toEqual([{ name: 'problem fe', value: 'feed' }])
  expect((await one.autocomplete(ONE.general, 'mlsd start', {}, 'problem')).choices).toHaveLength(1)
  await expect(one.autocomplete(ONE.general, 'mlsd start', { minutes: 5 }, 'minutes')).rejects.toThrow(
    'offers nothing',
  )
})

const send = async (components: unknown[]): Promise<string> => {
  const body = {
    flags: 1 << 15,
    components,
    nonce: '1',
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
  }
  const { id } = (await client.rest.post(`/channels/${ONE.general}/messages`, { body })) as { id: string }
  return id
}

test('buttons and menus are used as they stand', async () => {
  const used: unknown[] = []
  answers(async (interaction) => {
    if (!interaction.isMessageComponent()) return
    used.push([
      interaction.customId,
      interaction.isStringSelectMenu() ? interaction.values : [],
      interaction.message.id,
    ])
    await interaction.deferUpdate()
  })
  const id = await send([
    { type: 10, content: 'choose' },
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Next', custom_id: 'next' },
        { type: 2, style: 2, label: 'Never', custom_id: 'never', disabled: true },
      ],
    },
    {
      type: 1,
      components: [
        { type: 3, custom_id: 'menu', placeholder: 'Pick', options: [{ label: 'One', value: '1' }] },
      ],
    },
  ])
  const one = discord.person(ONE.candidate)
  expect(discord.shown(ONE.general)[0]).toMatchObject({ text: 'choose', buttons: ['Next', 'Never'] })
  expect((await one.press(id, 'Next')).callback).toBe(6)
  await expect(one.press(id, 'Never')).rejects.toThrow('disabled')
  await expect(one.press(id, 'Other')).rejects.toThrow('nothing called Other')
  await expect(one.choose(id, 'Pick', 'Two')).rejects.toThrow('has no Two')
  await one.choose(id, 'Pick', 'One')
  expect(used).toEqual([
    ['next', [], id],
    ['menu', ['1'], id],
  ])
})

test('what one person alone sees is pressed by nobody else', async () => {
  answers(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Mine', custom_id: 'mine' }] }
    await interaction.reply({ content: 'for you', components: [row], ...secretly })
  })
  const asked = await discord.person(ONE.candidate).command(ONE.general, 'mlsd help')
  const id = String(asked.replies()[0]?.id)
  await expect(discord.person(ONE.watcher).press(id, 'Mine')).rejects.toThrow('does not see')
  await expect(discord.person(ONE.candidate).press(id, 'Mine')).resolves.toMatchObject({ kind: 'component' })
})

const FORM = {
  custom_id: 'form',
  title: 'Start',
  components: [
    { type: 10, content: 'Fill this in' },
    {
      type: 18,
      label: 'Why',
      component: { type: 4, custom_id: 'why', style: 1, max_length: 5, value: 'so' },
    },
    {
      type: 18,
      label: 'Level',
      component: {
        type: 3,
        custom_id: 'level',
        options: [
          { label: 'Junior', value: 'j' },
          { label: 'Senior', value: 's' },
        ],
      },
    },
    { type: 18, label: 'Where', component: { type: 8, custom_id: 'where', required: false, max_values: 3 } },
  ],
}

test('a form is shown, filled in and sent', async () => {
  const fields: unknown[] = []
  answers(async (interaction) => {
    if (interaction.isChatInputCommand()) return interaction.showModal(FORM as never)
    if (!interaction.isModalSubmit()) return
    const { fields: given } = interaction
    fields.push([
      given.getTextInputValue('why'),
      given.getStringSelectValues('level'),
      [...(given.getSelectedChannels('where')?.keys() ?? [])],
    ])
    return interaction.reply({ content: 'thanks', ...secretly })
  })
  const one = discord.person(ONE.candidate)
  expect((await one.command(ONE.general, 'mlsd help')).callback).toBe(9)
  expect(one.modal()).toMatchObject({ title: 'Start', texts: ['Fill this in'] })
  expect(one.modal()?.fields.map(({ label, value }) => [label, value])).toEqual([
    ['Why', 'so'],
    ['Level', []],
    ['Where', []],
  ])
  await expect(one.submit({})).rejects.toThrow('needs Level')
  await expect(one.submit({ Level: 'King' })).rejects.toThrow('has no King')
  await expect(one.submit({ Level: 'Senior', Why: 'far too long' })).rejects.toThrow('0 to 5 characters')
  await expect(one.submit({ Rank: '1' })).rejects.toThrow('has no Rank')
  const sent = await one.submit({ Level: 'Senior', where: [ONE.general] })
  expect(sent.replies()[0]?.text).toBe('thanks')
  expect(fields).toEqual([['so', ['s'], [ONE.general]]])
  expect(one.modal()).toBeUndefined()
  expect(discord.faults).toEqual([])
})

test('a command on a message comes with the message, content and all', async () => {
  discord.messageContent(false)
  const seen: unknown[] = []
  answers(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return
    seen.push([interaction.targetMessage.content, interaction.targetMessage.author.id, interaction.user.id])
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  })
  const id = discord.person(ONE.candidate).say(ONE.general, 'my answer')
  await discord.person(ONE.watcher).contextMenu(id, 'Grade this answer')
  expect(seen).toEqual([['my answer', ONE.candidate, ONE.watcher]])
})
