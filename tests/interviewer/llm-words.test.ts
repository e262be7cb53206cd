import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showing } from '../../src/interviewer/llm-words.ts'

/** Hears a JSON grow letter by letter, and keeps what is shown. */
const heard = (json: string, fits: (say: string) => boolean = () => true) => {
  const shown: string[] = []
  const words = showing(fits, (more) => shown.push(more))
  for (let end = 1; end <= json.length; end += 1) words.hear(json.slice(0, end))
  return { shown, words }
}

describe('words of a reply that is still coming', () => {
  it('are shown once their sentence is whole', () => {
    const { shown } = heard('{"say":"It is 2.5 a day. Why so? Go')
    expect(shown).toEqual(['It is 2.5 a day.', ' Why so?'])
  })

  it('are shown to the end once the text is closed', () => {
    expect(heard('{"say": "One. Two", "move":').shown).toEqual(['One.', ' Two'])
  })

  it('are read from their escapes, and out of a fence', () => {
    const say = 'Sag "größer"\nals\t🙂 \\ ½. Und?'
    const escaped = JSON.stringify(say).replace(
      /[^ -~]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    for (const text of [JSON.stringify(say), escaped])
      expect(heard(`\`\`\`json\n{ "say" : ${text} }`).shown.join('')).toBe(say)
  })

  it.each([
    ['comes later', '{"move": "probe", "say": "One. Two."}'],
    ['is no text', '{"say": 12, "x": "One. Two."}'],
    ['is in no object', '"say": "One. Two."'],
    ['is broken', '{"say": "One.\nTwo. Three."'],
  ])('are not shown where say %s', (_, json) => {
    expect(heard(json).shown).toEqual([])
  })

  it('are asked about from the beginning, and held from the first that do not fit', () => {
    const asked: string[] = []
    const { shown, words } = heard('{"say": "One. Bad. Three. Four."}', (say) => {
      asked.push(say)
      return !say.includes('Bad')
    })
    expect(asked).toEqual(['One.', 'One. Bad.'])
    expect(shown).toEqual(['One.'])
    words.finish('One. Good. Three.')
    expect(shown).toEqual(['One.', ' Good. Three.'])
  })

  it('are held where a second try begins otherwise, and go on where it begins the same', () => {
    const { shown, words } = heard('{"say": "One. Two. Th')
    expect(shown).toEqual(['One.', ' Two.'])
    words.hear('{"say": "On')
    words.hear('{"say": "One. Two. Three. F')
    expect(shown).toEqual(['One.', ' Two.', ' Three.'])
    words.hear('{"say": "Another one. And so on. And on and on. Yes')
    words.finish('Another one. And so on. And on and on. Yes.')
    expect(shown).toEqual(['One.', ' Two.', ' Three.'])
    expect(words.shown()).toBe('One. Two. Three.')
  })

  it('come to the whole reply, whatever it says and however it comes', () => {
    const piece = fc.constantFrom(
      'One. ',
      'Why? ',
      '3.5 ',
      'e.g. ',
      '"',
      '\\',
      '\n',
      '🙂',
      '\\u00',
      '. ',
      'ü',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, fc.array(fc.nat(200)), (any, ends) => {
        const say = any.trim()
        const shown: string[] = []
        const words = showing(
          () => true,
          (more) => shown.push(more),
        )
        const json = JSON.stringify({ say: any, move: 'probe' })
        for (const end of ends.toSorted((a, b) => a - b)) words.hear(json.slice(0, end))
        words.finish(say)
        expect(shown.join('')).toBe(say)
      }),
    )
  })
})
