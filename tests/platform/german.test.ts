/** What the platforms themselves add, in German: to the point, and within the limits of each platform. */
import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/platform/card.ts'
import { COMMANDS } from '../../src/platform/commands.ts'
import { agreeing } from '../../src/platform/discord/drawing/button.ts'
import { messagesOf as discordMessages, withoutFiles } from '../../src/platform/discord/drawing/message.ts'
import { modalOf as discordModal } from '../../src/platform/discord/drawing/modal.ts'
import { helpText } from '../../src/platform/help.ts'
import { misheard } from '../../src/platform/misheard.ts'
import { parseCommand } from '../../src/platform/parse.ts'
import { messagesOf as slackMessages } from '../../src/platform/slack/drawing/blocks.ts'
import { modalOf as slackModal } from '../../src/platform/slack/drawing/view.ts'
import { ask } from '../../src/platform/terminal/asking.ts'
import { drawCard } from '../../src/platform/terminal/draw.ts'
import { formInWords } from '../../src/platform/terminal/words.ts'
import { unstored } from '../../src/platform/unstored.ts'
import { wordsIn } from '../../src/words/words.ts'

const DE = wordsIn('de')

const said = (line: string): string => {
  const parsed = parseCommand(line)
  return 'args' in parsed ? 'taken' : misheard(parsed, '/mlsd ', DE)
}

describe('help', () => {
  test('names every command by its own name, and is otherwise German', () => {
    const text = helpText(undefined, '/mlsd ', DE)
    const english = helpText(undefined, '/mlsd ').split('\n')
    for (const { name } of COMMANDS) expect(text).toContain(`**/mlsd ${name}**: `)
    for (const line of text.split('\n').filter((each) => each !== '')) expect(english).not.toContain(line)
  })

  test('tells one command in detail', () => {
    expect(helpText('rate', '/', DE)).toContain('Die Antwort siehst nur du.')
    expect(helpText('start', '/', DE)).toContain(
      '- `--mode`: coach gibt Hinweise, exam hält sich streng an die Uhr',
    )
  })
})

describe('a line that was no command', () => {
  test.each([
    ['/hnit', 'Einen Befehl `/mlsd hnit` gibt es nicht. Meintest du `/mlsd hint`?'],
    [
      '/start --level principal',
      '`--level` kann `junior`, `mid`, `senior` oder `staff` sein, nicht `principal`.',
    ],
    ['/retry', 'Bei `/mlsd retry` fehlt eine Angabe: welcher Abschnitt. Zum Beispiel: `/mlsd retry data`.'],
    ['/start --levle mid', 'Meintest du `--level`?'],
    ['/hint please', 'Nach `/mlsd hint` kommt nichts mehr.'],
  ])('%s is explained', (line, words) => {
    expect(said(line)).toContain(words)
  })
})

const form = (id: Form['id'], label: string): Form => ({
  ...{ id, title: DE.startForm.title, language: 'de' },
  fields: [
    { name: 'minutes', label, number: { least: 5, most: 90 } },
    {
      name: 'mode',
      label: DE.startForm.mode,
      choices: ['coach', 'exam'].map((value) => ({ value, label: value })),
    },
  ],
})

const IDS: readonly Form['id'][] = ['start', 'rate', 'settings', 'team', 'channel', 'marks']

describe('a form', () => {
  test.each(IDS)('%s keeps its buttons and title whole in Slack', (id) => {
    const view = slackModal(form(id, 'Minuten'), { metadata: { place: 'slack:T1/C1' } })
    expect(view.close?.text).toBe('Abbrechen')
    expect(['Beginnen', 'Senden', 'Speichern']).toContain(view.submit?.text)
    expect(view.title.text).toBe(DE.startForm.title)
    for (const label of [DE.edge.close, DE.edge.start, DE.edge.send, DE.edge.save])
      expect(label.length).toBeLessThanOrEqual(24)
  })

  test('says in Discord what may be given', () => {
    const [first] = discordModal(form('start', 'Minuten'))?.components ?? []
    expect(first).toMatchObject({ label: 'Minuten', description: 'Eine ganze Zahl von 5 bis 90.' })
  })

  test('is asked at a terminal, field by field or in words', () => {
    const asking = ask(form('start', 'Minuten'), DE)
    expect(asking.answer('')).toEqual({ fault: 'Hier braucht es eine Antwort.' })
    asking.answer('30')
    expect(asking.answer('both')).toEqual({
      fault: 'Das steht nicht zur Wahl. Gib die Nummer ein, oder `coach` oder `exam`.',
    })
    expect(formInWords(form('start', 'Minuten'), DE)).toContain('Antworte mit einer Zeile wie `/start')
  })

  test('has titles and labels that no platform cuts', () => {
    const titles = [DE.startForm.title, DE.talk.rating]
    for (const title of titles) expect(title.length, title).toBeLessThanOrEqual(24)
    const labels = Object.values(DE.startForm).filter((text) => typeof text === 'string')
    for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(75)
    for (const label of [
      DE.startForm.problem,
      DE.startForm.scenario,
      DE.startForm.format,
      DE.startForm.where,
    ])
      expect(label.length, label).toBeLessThanOrEqual(45)
  })
})

describe('what stands around a card', () => {
  test('is said in the language of the card', () => {
    const file = { name: 'a.md', mime: 'text/markdown', text: 'x' }
    const card = { tone: 'notice', text: 'Angehalten.', language: 'de', attachments: [file] } as const
    expect(drawCard(card, 100, false)).toMatch(
      /^Info:\n[\s\S]*eine Datei, die ein Terminal nicht zeigen kann: a\.md/,
    )
    const [message] = discordMessages(card).messages
    expect(JSON.stringify(message && withoutFiles(message, 'filesTooLarge'))).toContain(
      'ließ sich nicht anhängen',
    )
    const button = { label: 'Beenden', command: 'end', confirm: 'Damit endet es.' }
    expect(JSON.stringify(slackMessages({ ...card, buttons: [button] }))).toContain('Bist du sicher?')
  })

  test('keeps its buttons within what Discord shows', () => {
    for (const label of [DE.edge.yes, DE.edge.goOn])
      expect(agreeing(label, { kept: 'abcdefghijklmnopqrstuvwx' }).components).toMatchObject([{ label }])
  })

  test('says what could not be kept, and what to do', () => {
    expect(unstored(new Error('The disk is full.'), 'sendAgain', DE)).toBe(
      'Das konnte nicht gespeichert werden und zählt noch nicht: The disk is full. Schick es noch einmal.',
    )
  })
})
