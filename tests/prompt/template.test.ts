/** A prompt's file that has not exactly what the code fills in is refused, with its line. */
import { describe, expect, it } from 'vitest'
import { PromptError } from '../../src/prompt/fault.ts'
import { promptsFrom } from '../../src/prompt/prompts.ts'
import { templateOf } from '../../src/prompt/template.ts'
import { promptFile } from './files.ts'

const PARTS = { system: ['facts'], user: ['talk', 'note'] } as const

const SOUND = [
  '---',
  'name: small',
  'version: 1.2.3',
  'role: judge',
  'placeholders: [facts, talk, note]',
  '---',
  '',
  '# system',
  '',
  'Know this: {{facts}}',
  '## Not a part',
  '',
  '# user',
  '',
  '{{note}}',
  '',
  '{{talk}}',
  'End.',
]

const small = (lines: readonly string[]) =>
  templateOf({ name: 'small', role: 'judge' }, { file: 'prompts/small.md', text: lines.join('\n') }, PARTS)

/** The sound file with some lines, counted from 1, replaced. */
const changed = (changes: Readonly<Record<number, string>>): string[] =>
  SOUND.map((line, index) => changes[index + 1] ?? line)

const faultsIn = (lines: readonly string[]): string[] => {
  try {
    small(lines)
  } catch (error) {
    if (error instanceof PromptError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('a sound file', () => {
  it('is known by name and version, and filled part by part', () => {
    const template = small(SOUND)
    expect(template.prompt).toBe('small 1.2.3')
    expect(template.put('system', { facts: 'F' })).toBe('Know this: F\n## Not a part')
    expect(template.put('user', { talk: 'T', note: 'N' })).toBe('N\n\nT\nEnd.')
  })

  it('is read the same with the line ends of another system', () => {
    const text = SOUND.join('\r\n')
    const template = templateOf({ name: 'small', role: 'judge' }, { file: 'prompts/small.md', text }, PARTS)
    expect(template.put('user', { talk: 'T', note: 'N' })).toBe('N\n\nT\nEnd.')
  })

  it('loses a line whose only place has no content', () => {
    expect(small(SOUND).put('user', { talk: 'T', note: '' })).toBe('T\nEnd.')
  })

  it('never reads what is filled in for places or for patterns', () => {
    const put = small(SOUND).put('user', { talk: "{{note}} $& $1 $' {{facts}}", note: '{{talk}}' })
    expect(put).toBe("{{talk}}\n\n{{note}} $& $1 $' {{facts}}\nEnd.")
  })
})

describe('a file with a fault names line, part and mend', () => {
  it.each<[string, Record<number, string>, string[]]>([
    [
      'a placeholder that is missing in its part',
      { 10: 'Know this: {{facts}}', 17: 'Nothing.', 15: '{{note}}{{facts}}' },
      [
        'small.md:5',
        '"talk" is used nowhere',
        'small.md:13',
        'user.talk: the placeholder {{talk}} is missing',
      ],
    ],
    [
      'a placeholder that nothing fills',
      { 18: '{{weather}}' },
      [
        'small.md:18',
        'the head does not list the placeholder "weather"',
        'nothing is filled in for {{weather}}',
      ],
    ],
    [
      'one of another part',
      { 18: '{{facts}}' },
      ['small.md:18', 'user.facts: nothing is filled in for {{facts}} here', 'may use talk, note'],
    ],
    [
      'one that the head lists and nobody uses',
      { 5: 'placeholders: [facts, talk, note, spare]' },
      ['small.md:5', '"spare" is used nowhere'],
    ],
    [
      'one that is listed twice',
      { 5: 'placeholders: [facts, talk, note, talk]' },
      ['"talk" is listed twice'],
    ],
    ['a place that is written wrongly', { 18: '{{ talk }}' }, ['small.md:18', 'braces that are no place']],
    ['a part that is missing', { 8: '## system' }, ['small.md:1', 'there is no part "# system"']],
    [
      'a part that nobody asks for',
      { 18: '# weather' },
      ['small.md:18', 'nothing asks for a part "# weather"'],
    ],
    ['a part that comes twice', { 18: '# system' }, ['small.md:18', '"# system" begins here a second time']],
    ['words before the first part', { 7: 'Hello.' }, ['small.md:7', 'stands before the first part']],
    ['another name', { 2: 'name: large' }, ['small.md:2', 'the name is large; write small']],
    ['a version that is none', { 3: 'version: one' }, ['small.md:3', 'version: use three numbers']],
    ['another role', { 4: 'role: interviewer' }, ['small.md:4', 'the role is interviewer; write judge']],
    ['a role that is none', { 4: 'role: poet' }, ['small.md:4', 'role:']],
    ['a head that is no YAML', { 5: 'placeholders: [facts' }, ['small.md:']],
    ['a head with something beside', { 5: 'placeholders: [facts, talk, note]\ncolour: red' }, ['colour']],
    ['no head', { 1: '# system' }, ['small.md:1', 'does not begin with a head']],
    ['a head without an end', { 6: '' }, ['small.md:1', 'does not begin with a head']],
  ])('%s', (_, changes, expected) => {
    const found = faultsIn(changed(changes))
    for (const words of expected) expect(found.join('\n')).toContain(words)
    for (const line of found) expect(line).toMatch(/^prompts\/small\.md:\d+ {2}.+; .+/)
  })

  it('tells all faults of all files at once', () => {
    const without = (name: string, place: string) => {
      const { file, text } = promptFile(name)
      return { file, text: text.replace(`{{${place}}}`, '') }
    }
    const make = () =>
      promptsFrom({
        interviewer: without('interviewer', 'facts'),
        judge: without('judge', 'criteria'),
        teach: without('teach', 'points'),
      })
    expect(make).toThrow(PromptError)
    expect(make).toThrow(
      /interviewer\.md:\d+ {2}system\.facts:[\s\S]*judge\.md:\d+ {2}user\.criteria:[\s\S]*teach\.md:\d+ {2}user\.points:/,
    )
  })
})
