import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import type { Form } from '../../src/platform/card.ts'
import type { Heard } from '../../src/platform/platform.ts'
import type { TerminalOptions } from '../../src/platform/terminal/options.ts'
import { terminal } from '../../src/platform/terminal/terminal.ts'
import { wordsIn } from '../../src/words/words.ts'
import { EMPTY_DESK } from './bare.ts'
import { platformContract } from './contract.ts'

/** A terminal with streams in place of a screen and a keyboard. */
const farSide = (given: Partial<TerminalOptions> = {}) => {
  const input = new PassThrough()
  const output = new PassThrough()
  const heard: Heard[] = []
  let text = ''
  let count = 0
  output.on('data', (chunk) => {
    text += chunk
  })
  const platform = terminal({
    input,
    output,
    tty: false,
    color: false,
    columns: () => 80,
    clock: virtualClock(1_700_000_000_000),
    settled: async () => undefined,
    person: 'terminal:me',
    place: 'terminal:here',
    ids: () => `terminal:${++count}`,
    ...given,
  })
  return {
    platform,
    place: 'terminal:here',
    input,
    output,
    heard,
    hear: async (each: Heard) => void heard.push(each),
    shown: () => text,
    /** What was heard, without who, where and when. */
    gist: () =>
      heard.map((each) => {
        if (each.type === 'message') return each.text
        if (each.type === 'form') return [each.form, each.fields]
        return each.type === 'command' ? [`/${each.command}`, each.args] : each.type
      }),
  }
}

platformContract('a terminal that reads a pipe', async () => {
  const side = farSide()
  return { ...side, send: (text) => void side.input.write(`${text}\n\n`) }
})

platformContract('a terminal at which a person types', async () => {
  const side = farSide({ tty: true })
  return { ...side, send: (text) => void side.input.write(`${text}\r`) }
})

const RATE: Form = {
  id: 'rate',
  title: 'Rate yourself',
  fields: ['overview', 'data', 'model'].map((name) => ({
    name,
    label: name,
    optional: true,
    choices: ['weak', 'fair', 'good', 'strong'].map((label, index) => ({ value: String(index + 1), label })),
  })),
}

const START: Form = {
  id: 'start',
  title: 'A mock interview',
  fields: [
    {
      name: 'problem',
      label: 'Problem',
      choices: [
        { value: 'ad-clicks', label: 'Ad clicks' },
        { value: 'card-fraud', label: 'Card fraud' },
      ],
    },
    {
      name: 'level',
      label: 'Level',
      preset: 'mid',
      choices: [
        { value: 'mid', label: 'Mid' },
        { value: 'senior', label: 'Senior' },
      ],
    },
    { name: 'minutes', label: 'Minutes', preset: '45' },
  ],
}

/** Everything a pipe says, to its end. */
const read = async (text: string | Buffer, given: Partial<TerminalOptions> = {}) => {
  const side = farSide(given)
  await side.platform.start(side.hear, EMPTY_DESK)
  side.input.end(text)
  await side.platform.done
  return side
}

const END = ['/end', {}]

describe('a pipe', () => {
  test('is read in paragraphs, whatever the line ends, and ends the interview', async () => {
    const { gist } = await read('\n\n one\ntwo\r\n\r\n  \r\nthree\n \t\n\n/hint\n/next\nfour\nfive\n\n')
    expect(gist()).toEqual([' one\ntwo', 'three', ['/hint', {}], ['/next', {}], 'four\nfive', END])
  })

  test('of nothing only ends the interview', async () => {
    expect((await read('')).gist()).toEqual([END])
    expect((await read(' \n\r\n')).gist()).toEqual([END])
    expect((await read('', { running: async () => false })).gist()).toEqual([])
  })

  test('passes every text through unharmed, however it is cut into chunks', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text))
    const texts = fc.array(
      word.map((text) => text.replace(/\s/g, ' ').trim()),
      { minLength: 1, maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (answers, size) => {
        const side = farSide()
        await side.platform.start(side.hear, EMPTY_DESK)
        const bytes = Buffer.from(answers.join('\n\n'))
        for (let at = 0; at < bytes.length; at += size) side.input.write(bytes.subarray(at, at + size))
        side.input.end()
        await side.platform.done
        expect(side.gist()).toEqual([...answers, END])
      }),
      { numRuns: 60 },
    )
  })

  test('is read no further than what was handled', async () => {
    let handled = 0
    let farthest = 0
    const settled = async (): Promise<void> => {
      handled = side.heard.length
    }
    const side = farSide({ settled })
    await side.platform.start(async (heard) => {
      farthest = Math.max(farthest, side.heard.length - handled)
      await side.hear(heard)
    }, EMPTY_DESK)
    side.input.end('a\n\nb\n\nc\n\nd\n')
    await side.platform.done
    expect(farthest).toBe(0)
    expect(side.heard).toHaveLength(5)
  })

  test('may hold a paragraph of many megabytes: it is refused with its length, and the next is read', async () => {
    const side = farSide()
    await side.platform.start(side.hear, EMPTY_DESK)
    const chunk = Buffer.from('word '.repeat(20_000))
    for (let sent = 0; sent < 200; sent++) if (!side.input.write(chunk)) await once(side.input, 'drain')
    side.input.end('\nits last line\n\nthe next')
    await side.platform.done
    expect(side.gist()).toEqual(['the next', END])
    expect(side.shown()).toMatch(/has 2000001\d characters, and at most 200000/)
  })

  test('takes an answer of just the longest length', async () => {
    const { gist } = await read(`${'x'.repeat(200_000)}\n\n${'y'.repeat(200_001)}`)
    expect(gist().map((each) => (typeof each === 'string' ? each.length : each))).toEqual([200_000, END])
  })

  test('refuses what is not text, and replaces a stray byte', async () => {
    const noise = Buffer.from(
      Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251).filter((byte) => byte !== 10),
    )
    const { gist, shown } = await read(
      Buffer.concat([
        noise,
        Buffer.from('\n\n\0\0\0\n\ncaf'),
        Buffer.from([0xe9]),
        Buffer.from(' \0 au lait'),
      ]),
    )
    expect(gist()).toEqual(['caf\ufffd \ufffd au lait', END])
    expect(shown().match(/not text/g)).toHaveLength(2)
  })

  test('moves a virtual clock and nothing else', async () => {
    const clock = virtualClock(0)
    const side = await read('/wait 7m\n\n/wait 1m30s\n/wait 2h\n\n/wait soon\n\n/wait', {
      clock,
      advance: clock.advance,
    })
    expect(clock.now()).toBe((7 + 1.5 + 120) * 60 * 1000)
    expect(side.gist()).toEqual([END])
    expect(side.shown()).toContain('`soon` is not a length of time')
    const real = await read('/wait 7m')
    expect(real.shown()).toContain('--clock virtual')
  })

  test('waits for what a moved clock sets off', async () => {
    const order: string[] = []
    const side = farSide({
      advance: async () => void order.push('advance'),
      settled: async () => void order.push('settled'),
    })
    await side.platform.start(async (heard) => void order.push(heard.type), EMPTY_DESK)
    side.input.end('one\n\n/wait 5s\n\ntwo')
    await side.platform.done
    expect(order).toEqual([
      'message',
      'settled',
      'advance',
      'settled',
      'message',
      'settled',
      'command',
      'settled',
      'settled',
    ])
  })

  test('is told the words that answer a form', async () => {
    const side = farSide()
    await side.platform.start(side.hear, EMPTY_DESK)
    await side.platform.say('terminal:here', { tone: 'notice', text: 'Before the report.', form: RATE }, 'a')
    await side.platform.say('terminal:here', { tone: 'notice', text: 'Welcome.', form: START }, 'b')
    expect(side.shown()).toContain('/rate 3 2 4')
    expect(side.shown()).toContain('/skip')
    expect(side.shown()).toContain('/start ad-clicks --level mid --minutes 45')
    for (const label of ['overview', 'data', 'model', 'strong', 'card-fraud', 'Card fraud'])
      expect(side.shown()).toContain(label)
    side.input.end('/rate 3 2\n\n/rate 3 - 4\n')
    await side.platform.done
    expect(side.shown()).toContain('You gave 2 ratings for 3 stages')
    expect(side.gist()).toEqual([['rate', { overview: '3', model: '4' }], END])
  })

  test('says when there is nothing to rate', async () => {
    const { gist, shown } = await read('/rate 3 2 4')
    expect(gist()).toEqual([END])
    expect(shown()).toContain('nothing to rate')
  })

  test('leaves out the rating when it ends before it is given', async () => {
    const side = farSide()
    await side.platform.start(async (heard) => {
      await side.hear(heard)
      if (heard.type !== 'command' || heard.command !== 'end') return
      await side.platform.say(heard.place, { tone: 'notice', text: 'Rate yourself.', form: RATE }, 'a')
    }, EMPTY_DESK)
    side.input.end('an answer')
    await side.platform.done
    expect(side.gist()).toEqual(['an answer', END, ['/skip', {}]])
  })

  test('does not end again an interview that waits for its rating', async () => {
    const side = farSide()
    await side.platform.start(side.hear, EMPTY_DESK)
    await side.platform.say('terminal:here', { tone: 'notice', text: 'Rate yourself.', form: RATE }, 'a')
    side.input.end()
    await side.platform.done
    expect(side.gist()).toEqual([['/skip', {}]])
  })

  test('offers an answer again that could not be stored, and stops with an error when it never can', async () => {
    const side = farSide()
    const ids: string[] = []
    await side.platform.start(async ({ id }) => {
      ids.push(id)
      throw new Error('the disk is full')
    }, EMPTY_DESK)
    side.input.end('one\n\ntwo')
    await expect(side.platform.done).rejects.toThrow(/could not be stored.*the disk is full/)
    expect(ids).toEqual(['terminal:1', 'terminal:1', 'terminal:1'])
  })

  test('stops with the error of what it was waiting for', async () => {
    const side = farSide({ settled: () => Promise.reject(new Error('the host broke')) })
    await side.platform.start(side.hear, EMPTY_DESK)
    side.input.end('one')
    await expect(side.platform.done).rejects.toThrow('the host broke')
  })

  test('shows what was read where it is asked to', async () => {
    const { shown } = await read('my \u001b[31manswer', { echo: true })
    expect(shown()).toContain('You\n---\nmy ␛[31manswer')
  })

  test('may leave in the middle, to go on another time', async () => {
    const { gist, shown } = await read('one\n\n/quit\n\ntwo')
    expect(gist()).toEqual(['one', ['/pause', {}]])
    expect(shown()).toContain('next start offers to resume')
  })
})

/** A person who types, with a clean slate. */
const sit = async (given: Partial<TerminalOptions> = {}) => {
  const side = farSide({ tty: true, ...given })
  await side.platform.start(side.hear, EMPTY_DESK)
  const type = (text: string): void => void side.input.write(text)
  const sees = (text: string | RegExp) => vi.waitFor(() => expect(side.shown()).toMatch(text))
  const isHeard = (...gist: unknown[]) => vi.waitFor(() => expect(side.gist()).toEqual(gist))
  return { ...side, type, sees, isHeard }
}

describe('a person who types', () => {
  test('sends line by line; empty lines are nothing; a paste is several messages', async () => {
    const { type, isHeard } = await sit()
    type('one\r\r   \rtwo\rthree\r')
    await isHeard('one', 'two', 'three')
  })

  test('keeps the line that is being typed when something is said', async () => {
    const { type, platform, place, shown, isHeard } = await sit()
    type('half an ans')
    await vi.waitFor(() => expect(shown()).toContain('half an ans'))
    const before = shown().length
    await platform.say(place, { tone: 'interviewer', text: 'A nudge.' }, 'a')
    const after = shown().slice(before)
    expect(after.startsWith('\r\u001b[J')).toBe(true)
    expect(after.indexOf('half an ans')).toBeGreaterThan(after.indexOf('A nudge.'))
    type('wer\r')
    await isHeard('half an answer')
  })

  test('fills in a form field by field', async () => {
    const { type, platform, place, sees, isHeard, shown } = await sit()
    await platform.say(place, { tone: 'notice', text: 'Welcome.', form: START }, 'a')
    await sees(/Problem > /)
    type('\r')
    await sees(/not one of the choices/)
    type('3\r')
    type('card fraud\r')
    await sees(/Level \[Mid\] > /)
    type('\r')
    await sees(/Minutes \[45\] > /)
    type('30\r')
    await isHeard(['start', { problem: 'card-fraud', level: 'mid', minutes: '30' }])
    type('and now words\r')
    await isHeard(['start', { problem: 'card-fraud', level: 'mid', minutes: '30' }], 'and now words')
    expect(shown()).toMatch(/1\. Ad clicks\s+2\. Card fraud/)
  })

  test('is told what the terminal itself says in the language in which the bot spoke last', async () => {
    const { type, platform, place, sees, heard } = await sit({ locale: 'en-GB' })
    await platform.say(place, { tone: 'interviewer', text: 'Stop fraud.', language: 'de' }, 'a')
    type('/hilfe\r')
    await sees(/Info:\s+Einen Befehl `\/hilfe` gibt es nicht\./)
    type('/cancel\r')
    await sees(wordsIn('de').terminal.formless)
    type('/help\r')
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ command: 'help', locale: 'de' }))
    type('/start fraud\r')
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ command: 'start', locale: 'en-GB' }))
    await platform.say(place, { tone: 'interviewer', text: 'Predict clicks.' }, 'b')
    type('/hilfe\r')
    await sees(/Note:\s+There is no command `\/hilfe`\./)
  })

  test('takes the words of a choice in any order, asks which where several have them, and names no ids', async () => {
    const { type, platform, place, sees, isHeard, shown } = await sit()
    const lengths = ['45', '30', '60'].map((n) => ({
      value: `mlsd:${n}`,
      label: `Whole interview, ${n} minutes`,
    }))
    const choices = [...lengths, { value: 'sprint:data', label: 'Sprint, 15 minutes: Data' }]
    const format: Form = {
      ...START,
      fields: [{ name: 'flow', label: 'Format', choices, preset: 'mlsd:45' }],
    }
    await platform.say(place, { tone: 'notice', text: 'Welcome.', form: format }, 'a')
    type('whole\r')
    await sees(
      /Several begin like this: 1\. Whole interview, 45 minutes; 2\. Whole interview, 30\s+minutes; 3\. Whole interview, 60 minutes\./,
    )
    type('zebra\r')
    await sees(/not one of the choices\. Give its number, from 1 to 4, or words of it\./)
    type('whole 30\r')
    await isHeard(['start', { flow: 'mlsd:30' }])
    await platform.say(place, { tone: 'notice', text: 'Welcome.', form: format }, 'b')
    type('data sprint\r')
    await isHeard(['start', { flow: 'mlsd:30' }], ['start', { flow: 'sprint:data' }])
    expect(shown()).not.toContain('`mlsd:30`')
    expect(shown()).not.toMatch(/mlsd:60/)
  })

  test('takes the beginning of a word that only one choice has, and asks for a number on a scale in one line', async () => {
    const { type, platform, place, sees, isHeard, shown } = await sit()
    await platform.say(place, { tone: 'notice', text: 'Welcome.', form: START }, 'a')
    type('fra\rmid\r30\r')
    await isHeard(['start', { problem: 'card-fraud', level: 'mid', minutes: '30' }])
    const field = { name: 'data', label: 'Data', optional: true }
    const scale = ['1', '2', '3', '4'].map((value) => ({ value, label: value }))
    const rate: Form = { id: 'rate', title: 'Rate yourself', fields: [{ ...field, choices: scale }] }
    await platform.say(place, { tone: 'notice', text: 'Rate.', form: rate }, 'b')
    await sees(/Data, 1 to 4 \[leave out\] > /)
    type('good\r')
    await sees(/Give a number from 1 to 4/)
    expect(shown()).not.toMatch(/1\. 1/)
  })

  test('leaves a form, or answers it by a command', async () => {
    const { type, platform, place, sees, isHeard } = await sit()
    await platform.say(place, { tone: 'notice', text: 'Rate.', form: RATE }, 'a')
    type('/time\r')
    await isHeard(['/time', {}])
    type('/skip\r')
    await isHeard(['/time', {}], ['/skip', {}])
    await platform.say(place, { tone: 'notice', text: 'Rate.', form: RATE }, 'b')
    type('/cancel\r')
    await sees(/form is closed/)
    type('words\r')
    await isHeard(['/time', {}], ['/skip', {}], 'words')
    await platform.say(place, { tone: 'notice', text: 'Rate.', form: RATE }, 'c')
    type('/rate 1 2 3\r')
    await isHeard(['/time', {}], ['/skip', {}], 'words', ['rate', { overview: '1', data: '2', model: '3' }])
    type('more words\r')
    await isHeard(
      ['/time', {}],
      ['/skip', {}],
      'words',
      ['rate', { overview: '1', data: '2', model: '3' }],
      'more words',
    )
  })

  test('does not lose a form that could not be stored', async () => {
    const side = farSide({ tty: true })
    let broken = true
    await side.platform.start(async (heard) => {
      const failing = broken
      broken = false
      if (failing) throw new Error('the disk is full')
      await side.hear(heard)
    }, EMPTY_DESK)
    await side.platform.say('terminal:here', { tone: 'notice', text: 'Welcome.', form: START }, 'a')
    side.input.write('2\r2\r30\r')
    await vi.waitFor(() => expect(side.shown()).toContain('Problem [Card fraud] > '))
    side.input.write('\r\r\r')
    await vi.waitFor(() =>
      expect(side.gist()).toEqual([['start', { problem: 'card-fraud', level: 'senior', minutes: '30' }]]),
    )
    await side.platform.stop()
  })

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['/quit', '/quit\r'],
  ])('pauses with %s and is told how to come back', async (_, key) => {
    const order: string[] = []
    const { type, platform, isHeard, shown } = await sit({ settled: async () => void order.push('settled') })
    type('an answer\r')
    type(key)
    await platform.done
    await isHeard('an answer', ['/pause', {}])
    expect(order).toEqual(['settled'])
    expect(shown()).toContain('next start offers to resume')
  })

  test('leaves at once with a second Ctrl-C', async () => {
    const { type, platform, isHeard } = await sit({ settled: () => new Promise(() => undefined) })
    type('\u0003')
    await isHeard(['/pause', {}])
    type('\u0003')
    await platform.done
  })

  test('leaves without a pause where nothing runs', async () => {
    const idle = await sit({ running: async () => false })
    idle.type('\u0003')
    await idle.platform.done
    const choosing = await sit()
    await choosing.platform.say('terminal:here', { tone: 'notice', text: 'Welcome.', form: START }, 'a')
    choosing.type('\u0003')
    await choosing.platform.done
    expect([...idle.gist(), ...choosing.gist()]).toEqual([])
  })
})

describe('the output', () => {
  test('shows a card once that is sent again', async () => {
    const { platform, place, shown } = farSide()
    const first = await platform.say(place, { tone: 'answer', text: 'only once' }, 'a')
    expect(await platform.say(place, { tone: 'answer', text: 'only once' }, 'a')).toEqual(first)
    expect(shown().match(/only once/g)).toHaveLength(1)
  })

  test('that is gone ends the talk, and nothing is said to be shown', async () => {
    const { platform, place, output, hear } = farSide({ tty: true })
    await platform.start(hear, EMPTY_DESK)
    output.destroy(new Error('EPIPE'))
    await platform.done
    await expect(platform.say(place, { tone: 'answer', text: 'lost' }, 'a')).rejects.toThrow(/gone/)
  })
})
