/** The signs that a plot is drawn with. */
export type Hand = {
  width: number
  /** Left out of a text. */
  sign: string
  line: { across: string; up: string; corner: string; notch: string }
  /** Marks of the first, second, third and fourth line. */
  marks: readonly [string, string, string, string]
  reference: string
  /** A filled piece of a bar, and pieces of it by eighths. */
  full: string
  eighths: readonly string[]
  tick: string
  tickOn: string
  interval: string
  /** From none to all of a row. */
  shades: readonly string[]
  arrow: string
  later: string
  both: string
  none: string
  /** Eight dots in one character, for curves. */
  dots: boolean
  paint: (text: string, colour: Colour) => string
}

export type Colour = 0 | 1 | 2 | 3 | 'good' | 'bad' | 'quiet' | 'strong'

/** What a plot is drawn with, as asked. */
export const handFor = (width: number, ascii: boolean, colour: boolean): Hand => ({
  width,
  paint: colour ? painted : (text) => text,
  ...(ascii ? ASCII : UNICODE),
})

const UNICODE = {
  sign: '…',
  line: { across: '─', up: '│', corner: '└', notch: '┤' },
  marks: ['●', '○', '■', '□'],
  reference: '┄',
  full: '█',
  eighths: ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'],
  tick: '┃',
  tickOn: '┃',
  interval: '─',
  shades: [' ', '░', '▒', '▓', '█'],
  arrow: '→',
  later: '⇢',
  both: '↔',
  none: '─',
  dots: true,
} as const

const ASCII = {
  sign: '~',
  line: { across: '-', up: '|', corner: '+', notch: '+' },
  marks: ['*', 'o', 'x', '%'],
  reference: '.',
  full: '=',
  eighths: ['', '', '', '', '=', '=', '=', '='],
  tick: '|',
  tickOn: '|',
  interval: '-',
  shades: [' ', '.', ':', '+', '#'],
  arrow: '->',
  later: '~>',
  both: '<->',
  none: '--',
  dots: false,
} as const

const CODES: Readonly<Record<Colour, string>> = {
  0: '34',
  1: '33',
  2: '32',
  3: '35',
  good: '34',
  bad: '33',
  quiet: '2',
  strong: '1',
}

const painted = (text: string, colour: Colour): string =>
  text.trim() === '' ? text : `\u001b[${CODES[colour]}m${text}\u001b[0m`
