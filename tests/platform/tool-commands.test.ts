/** The tools as commands: how they are typed, and how help shows them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { helpText } from '../../src/platform/help.ts'
import { parseCommand } from '../../src/platform/parse.ts'
import { TOOL_COMMANDS } from '../../src/platform/tool-commands.ts'
import { commandLine } from '../../src/platform/usage.ts'

describe('what is typed', () => {
  test.each([
    ['/mlsd metrics --label y', 'metrics', { label: 'y' }],
    ['metrics --costs 12 95 --threshold .5', 'metrics', { costs: '12 95', threshold: '.5' }],
    ['bias-variance --train 2 % —train-dev .03', 'bias-variance', { train: '2 %', 'train-dev': '.03' }],
    ['choose-metric --costs "12 95"', 'choose-metric', { costs: '12 95' }],
    ['/estimate 120M x 9 / day', 'estimate', { text: '120M x 9 / day' }],
    ['estimate "120M x 9 / day"', 'estimate', { text: '120M x 9 / day' }],
    ['diagram app --calls--> "api" -> db', 'diagram', { text: 'app --calls--> "api" -> db' }],
    ['diagram app -> api --budget 50', 'diagram', { text: 'app -> api', budget: '50' }],
    [
      'diagram\n--budget=50\n```dot\ndigraph {\n  a -> "b;\n}\n```',
      'diagram',
      { text: 'digraph {\n  a -> "b;\n}', budget: '50' },
    ],
    ['diagram ```a -> b```', 'diagram', { text: 'a -> b' }],
    ['diagram', 'diagram', {}],
    ['diagram --help', 'help', { command: 'diagram' }],
    ['data --help', 'help', { command: 'data' }],
  ])('%j is %s', (line, command, args) => {
    expect(parseCommand(line)).toEqual({ command, args })
  })

  test('is told what is wrong with it', () => {
    expect(parseCommand('metrics --lable y')).toMatchObject({
      command: 'metrics',
      fault: expect.any(Function),
    })
    expect(parseCommand('data is missing')).toMatchObject({ command: 'data', fault: expect.any(Function) })
  })

  test('a text comes through as it was typed, but for what stands around it', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/^\s|\s$|^$|^[`"“]|--|—|–/.test(text))
    fc.assert(
      fc.property(plain, (text) => {
        expect(parseCommand(`diagram ${text}`)).toEqual({ command: 'diagram', args: { text } })
        expect(parseCommand(`estimate \`\`\`\n${text}\n\`\`\``)).toEqual({
          command: 'estimate',
          args: { text },
        })
      }),
    )
  })

  test('a command that is written out is read as it was', () => {
    const values = fc.dictionary(
      fc.constantFrom('label', 'split', 'time'),
      fc.stringMatching(/^\w[\w .%]{0,8}\w$/),
    )
    fc.assert(
      fc.property(values, (given) => {
        const args = Object.fromEntries(Object.entries(given))
        expect(parseCommand(commandLine('data', args))).toEqual({ command: 'data', args })
      }),
    )
  })
})

test('help lists the tools below everything else', () => {
  const [before = '', after = ''] = helpText(undefined, '/mlsd ').split('**To compute something')
  for (const { name } of TOOL_COMMANDS) {
    expect(before).not.toContain(`**/mlsd ${name}**`)
    expect(after).toContain(`**/mlsd ${name}**`)
  }
  expect(after).not.toContain('**/mlsd start**')
})
