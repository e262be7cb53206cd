import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { diagramIn } from '../../../src/numbers/diagram/chat.ts'
import { type Diagram, MOST } from '../../../src/numbers/diagram/diagram.ts'
import { notationOf, readDiagram } from '../../../src/numbers/diagram/read.ts'

/** A diagram in one line each: `api -scores-> app`. */
const told = ({ boxes, arrows }: Diagram): string[] => {
  const labels = new Map(boxes.map(({ id, label }) => [id, label]))
  const heads = { one: '->', both: '<->', none: '--' }
  return arrows.map(({ from, to, label = '', heads: ends, later }) =>
    [labels.get(from), `${later ? '~' : ''}${label}${heads[ends]}`, labels.get(to)].join(' '),
  )
}

const box = (text: string, label: string) => readDiagram(text).boxes.find((one) => one.label === label)

describe('plain arrows', () => {
  test.each<[string, string[]]>([
    ['app -> api -> app', ['app -> api', 'api -> app']],
    ['a --> b => c → d', ['a -> b', 'b -> c', 'c -> d']],
    ['a <- b', ['b -> a']],
    ['a <-> b', ['a <-> b']],
    ['api -> {ranker, cache} -> app', ['api -> ranker', 'api -> cache', 'ranker -> app', 'cache -> app']],
    ['api -> ranker & cache', ['api -> ranker', 'api -> cache']],
    ['api -scores-> app', ['api scores-> app']],
    ['api -- top-k items --> app', ['api top-k items-> app']],
    ['api -[user id]-> ranker', ['api user id-> ranker']],
    ['api ->|scores| app', ['api scores-> app']],
    ['api -> app: ranked ids', ['api ranked ids-> app']],
    ['a -> b -> c: last only', ['a -> b', 'b last only-> c']],
    ['app ~> log', ['app ~-> log']],
    ['app -.-> log', ['app ~-> log']],
    ['app ~clicks~> log', ['app ~clicks-> log']],
    ['two-tower -> re-ranker', ['two-tower -> re-ranker']],
    ['- app -> api\n2. api -> App', ['app -> api', 'api -> app']],
    ['features (age, price) -> model', ['features (age, price) -> model']],
    ['"a -> b" -> c', ['a -> b -> c']],
  ])('%s', (text, expected) => expect(told(readDiagram(text))).toEqual(expected))

  test('a note stands beside the name, and tells how long the box takes', () => {
    const ranker = box('app -> ranker [p99 20 ms] -> app', 'ranker')
    expect(ranker).toMatchObject({ note: 'p99 20 ms', milliseconds: 20, shape: 'box' })
    expect(box('a -> b [0.5 s]', 'b')?.milliseconds).toBe(500)
    expect(box('a -> b [10-20ms]', 'b')?.milliseconds).toBe(20)
    expect(box('a -> b [GPU]', 'b')?.milliseconds).toBeUndefined()
    expect(readDiagram('a -> b: 30ms').arrows[0]?.milliseconds).toBe(30)
  })

  test('a head of a line is a frame around what is named first there', () => {
    const { boxes, frames } = readDiagram(
      'Serving: app -> model\nTraining:\nlog -> trainer\n\ntrainer -> model',
    )
    expect(frames.map(({ label }) => label)).toEqual(['Serving', 'Training'])
    expect(boxes.map(({ label, frame }) => [label, frame])).toEqual([
      ['app', 'serving'],
      ['model', 'serving'],
      ['log', 'training'],
      ['trainer', 'training'],
    ])
  })

  test('words suggest what a box looks like', () => {
    expect(readDiagram('user -> feature store -> trainer').boxes.map(({ shape }) => shape)).toEqual([
      'person',
      'store',
      'box',
    ])
  })
})

describe('Mermaid', () => {
  test.each<[string, string[]]>([
    ['A --> B --> C', ['A -> B', 'B -> C']],
    ['A & B --> C & D', ['A -> C', 'A -> D', 'B -> C', 'B -> D']],
    ['A -->|x y| B', ['A x y-> B']],
    ['A -- x y --> B', ['A x y-> B']],
    ['A -. later .-> B', ['A ~later-> B']],
    ['A == x ==> B', ['A x-> B']],
    ['A -.-> B; B ==> A', ['A ~-> B', 'B -> A']],
    ['A --- B', ['A -- B']],
    ['A <--> B', ['A <-> B']],
    ['A ----> B --x C --o D', ['A -> B', 'B -> C', 'C -> D']],
    ['A[App]:::big --> B(["x; y"])', ['App -> x; y']],
    ['A["a #quot;b#quot; #35;1"] --> B', ['a "b" #1 -> B']],
    ['A["one<br/>two"] --> B{{three}}', ['one two -> three']],
    ['A@{ shape: cyl, label: "Log" } --> B', ['Log -> B']],
    ['A ~~~ B', []],
    ['style A fill:#f00\nclick A "https://example.org"\nA-->B', ['A -> B']],
    ['%% A --> X\nA --> B %% note', ['A -> B']],
  ])('%s', (text, expected) => expect(told(readDiagram(`flowchart LR\n${text}`))).toEqual(expected))

  test('shapes', () => {
    const text = 'graph TD\na[(x)] --> b((y)) --> c{z} --> d(w) --> e([v]) --> f[[u]] --> g>t] --> h[/s/]'
    expect(readDiagram(text).boxes.map(({ label, shape }) => `${label} ${shape}`)).toEqual([
      ...['x store', 'y circle', 'z decision', 'w round', 'v round', 'u box', 't box', 's box'],
    ])
  })

  test('subgraphs stand within one another', () => {
    const { boxes, frames } = readDiagram(
      'graph TB\nsubgraph on [On line]\nA\nsubgraph Inner\nB --> A\nend\nend\nB --> C',
    )
    expect(frames).toEqual([
      { id: 'on', label: 'On line' },
      { id: 'Inner', label: 'Inner', within: 'on' },
    ])
    expect(boxes.map(({ frame }) => frame)).toEqual(['on', 'Inner', undefined])
  })

  test('front matter and directives are passed over', () => {
    const text = '---\ntitle: A --> Z\n---\n%%{init: {"theme": "dark"}}%%\nflowchart BT\nA --> B'
    expect(told(readDiagram(text))).toEqual(['A -> B'])
    expect(readDiagram(text).direction).toBe('down')
  })

  test('without its first line', () => {
    expect(notationOf('A[App] --> B[API]')).toBe('mermaid')
    expect(told(readDiagram('A[App] --> B[API]\nB --> A'))).toEqual(['App -> API', 'API -> App'])
    expect(told(readDiagram('ranker[20ms] --> app'))).toEqual(['ranker -> app'])
  })
})

describe('DOT', () => {
  test.each<[string, string[]]>([
    ['digraph { a -> b -> c }', ['a -> b', 'b -> c']],
    ['strict digraph "x" { a -> {b c} [label="m" + "n"] }', ['a mn-> b', 'a mn-> c']],
    ['graph { a -- b }', ['a -- b']],
    ['digraph { a:p:n -> "b c" [style=dashed] }', ['a ~-> b c']],
    ['digraph { a -> b [dir=back]; a -> c [dir=both] }', ['b -> a', 'a <-> c']],
    [
      'digraph { edge [label=x]; a -> b; { edge [label=y] b -> c } c -> d }',
      ['a x-> b', 'b y-> c', 'c x-> d'],
    ],
    ['digraph { a [label="one\\ntwo"]; /* b */ a -> b // c\n# d\n}', ['one two -> b']],
    ['digraph { a [label=<<b>bold</b> &amp; more>]; a -> b }', ['bold & more -> b']],
    ['digraph { a [label="say \\"hi\\""]; a -> -1.5 }', ['say "hi" -> -1.5']],
  ])('%s', (text, expected) => expect(told(readDiagram(text))).toEqual(expected))

  test('clusters are frames, and defaults give a shape that words or the box may change', () => {
    const { boxes, frames, direction } = readDiagram(
      'digraph { rankdir=LR node [shape=ellipse] subgraph cluster_on { label="On line"; a; b [shape=cylinder] } c }',
    )
    expect(frames).toEqual([{ id: 'cluster_on', label: 'On line' }])
    expect(boxes.map(({ id, shape, frame }) => [id, shape, frame])).toEqual([
      ['a', 'round', 'cluster_on'],
      ['b', 'store', 'cluster_on'],
      ['c', 'round', undefined],
    ])
    expect(direction).toBe('right')
  })
})

describe('what is refused names its line and a mend', () => {
  test.each<[string, number | undefined, RegExp]>([
    ['', undefined, /no box/],
    ['app -> api\nand then -> ', 1, /nothing at one of its ends/],
    ['app -> api\nthis is only a sentence of several words', 1, /no arrow/],
    ['sequenceDiagram\nA->>B: hi', 0, /only flowcharts/],
    ['flowchart LR\nA --> B\nA ->> B', 2, /not understood/],
    ['digraph { a -> b', 0, /instead of the end/],
    ['digraph {\n a -> ; }', 1, /a name was expected/],
    [`a -> b\n${'x'.repeat(2001)}`, 1, /2000 characters/],
    ['x'.repeat(MOST.characters + 1), undefined, /20000 are read/],
    [Array.from({ length: 81 }, (_, at) => `a${at} -> b`).join('\n'), 79, /80 boxes/],
    [
      `digraph { {${Array.from({ length: 30 }, (_, at) => `a${at}`).join(' ')}} -> {b c d e f g h} }`,
      0,
      /200 arrows/,
    ],
    [`digraph ${'{'.repeat(500)}`, 0, /braces stand 20 deep/],
  ])('%j', (text, row, message) => {
    let found: unknown
    try {
      readDiagram(text)
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(BadInput)
    expect(found).toMatchObject({ row, message: expect.stringMatching(message) })
    expect((found as BadInput).mend).toMatch(/\w/)
  })
})

describe('hostile text', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b c',
      '->',
      '-->',
      '--',
      '-.',
      '.->',
      '|',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '"',
      '<',
      '>',
      '&',
      ',',
      ':',
      ';',
    ],
    ...[
      '\n',
      ' ',
      '\\',
      '#',
      '%%',
      'digraph',
      'flowchart LR',
      'graph',
      'subgraph',
      'end',
      '```',
      '=',
      '~',
      '---',
      '@{',
      '20ms',
    ],
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    fc.array(pieces, { maxLength: 40 }).map((all) => `digraph {${all.join(' ')}}`),
    fc.array(pieces, { maxLength: 40 }).map((all) => `flowchart LR\n${all.join(' ')}`),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )

  test('any text is a diagram within the bounds, or refused', () => {
    let read = 0
    fc.assert(
      fc.property(texts, (text) => {
        diagramIn(text)
        let diagram: Diagram
        try {
          diagram = readDiagram(text)
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput)
          return
        }
        read += 1
        expect(diagram.boxes.length).toBeLessThanOrEqual(MOST.boxes)
        const ids = new Set(diagram.boxes.map(({ id }) => id))
        for (const { from, to } of diagram.arrows) expect(ids.has(from) && ids.has(to)).toBe(true)
        for (const { label } of diagram.boxes) expect(label).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u)
      }),
      { numRuns: 1000 },
    )
    expect(read).toBeGreaterThan(50)
  })

  test('the longest text of any sign costs a part of a second', () => {
    const signs = [
      '-',
      '<',
      '[',
      '(',
      '"',
      ' ',
      '\n',
      '{a',
      'a,',
      'a&',
      '--',
      '-a',
      '```\n',
      '|',
      '/*',
      '\\',
      'a -- ',
      '#quot;',
    ]
    const begun = performance.now()
    for (const sign of signs)
      for (const start of ['', 'flowchart LR\n', 'digraph {', 'a -> ', '```'])
        for (const read of [readDiagram, diagramIn])
          try {
            read(start + sign.repeat(MOST.characters).slice(0, MOST.characters - start.length))
          } catch (error) {
            expect(error).toBeInstanceOf(BadInput)
          }
    // Quadratic time would be minutes.
    expect(performance.now() - begun).toBeLessThan(30_000)
  })

  test('names of objects are names like others', () => {
    expect(told(readDiagram('__proto__ -> constructor'))).toEqual(['__proto__ -> constructor'])
    expect(told(readDiagram('digraph { toString [shape=constructor]; toString -> b }'))).toEqual([
      'toString -> b',
    ])
  })
})

const names = fc.constantFrom('app', 'api', 'event log', 'model', 'features', 'job 7')
const labels = fc.constantFrom('', 'scores', 'user id')
const drawn = fc.uniqueArray(fc.record({ from: names, to: names, label: labels, later: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
  selector: ({ from, to, label }) => `${from}|${to}|${label}`,
})

test('the same drawing in each notation is the same diagram', () => {
  fc.assert(
    fc.property(drawn, (arrows) => {
      const plain = arrows.map(
        ({ from, to, label, later }) =>
          `${from} ${later ? '~>' : '->'}${label === '' ? '' : `|${label}|`} ${to}`,
      )
      const id = (name: string) => name.replace(' ', '_')
      const mermaid = arrows.map(
        ({ from, to, label, later }) =>
          `${id(from)}["${from}"] ${later ? '-.->' : '-->'}${label === '' ? '' : `|${label}|`} ${id(to)}["${to}"]`,
      )
      const dot = arrows.map(
        ({ from, to, label, later }) =>
          `"${from}" -> "${to}" [label="${label}"${later ? ' style=dotted' : ''}]`,
      )
      const first = told(readDiagram(plain.join('\n')))
      expect(first).toHaveLength(arrows.length)
      expect(told(readDiagram(`graph LR\n${mermaid.join('\n')}`))).toEqual(first)
      expect(told(readDiagram(`digraph {${dot.join(';')}}`))).toEqual(first)
    }),
  )
})

describe('a diagram in a chat message', () => {
  test.each<[string, string]>([
    ['It goes app -> api -> model -> app.', 'app -> api -> model -> app'],
    ['First:\n```\napp -> api\napi -> model\n```\nthanks', 'app -> api\napi -> model'],
    ['```mermaid\nflowchart LR\nA --> B\n```', 'flowchart LR\nA --> B\n'],
    ['Like this: ```dot\ndigraph { a -> b }```', 'digraph { a -> b }'],
    ['So\ngraph TD\nA --> B', 'graph TD\nA --> B'],
    [
      'Two parts.\nOnline:\napp -> model\nOffline:\nlog -> trainer',
      'Online:\napp -> model\nOffline:\nlog -> trainer',
    ],
  ])('%j', (message, text) => {
    expect(diagramIn(message)).toBe(text)
    expect(readDiagram(text).arrows.length).toBeGreaterThan(0)
  })

  test.each([
    'Precision goes down -> recall goes up.',
    'I graph the loss against the size.',
    'a <= b and c >= d => fine',
    'We first look at what the users of the product see -> then at what they do -> then we decide.',
    'x - y > z - w',
    '',
  ])('none in %j', (message) => expect(diagramIn(message)).toBeUndefined())
})
