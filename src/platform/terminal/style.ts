/** How a kind of text looks: by escape sequences, or by signs around it where there is no colour. */

export type Look = { on: string; open: string; close: string }

export type Style = Readonly<
  Record<'strong' | 'emphasis' | 'code' | 'struck' | 'link' | 'heading' | 'label' | 'note' | 'quiet', Look>
>

/** A piece of text with the escape sequence that turns its look on. */
export type Run = { text: string; on: string }

/** One line, not yet painted. */
export type Line = readonly Run[]

/** The looks with colour, or without it; without it no difference is lost. */
export const styleFor = (color: boolean): Style => (color ? COLORED : PLAIN)

/** A line as it is written, every look turned off at its end. */
export const paint = (line: Line): string =>
  line
    .map(({ text, on }) => (on ? `${on}${text}\u001b[0m` : text))
    .join('')
    .trimEnd()

const sgr = (code: number): Look => ({ on: `\u001b[${code}m`, open: '', close: '' })
const signs = (open: string, close = open): Look => ({ on: '', open, close })

const COLORED: Style = {
  strong: sgr(1),
  emphasis: sgr(3),
  code: sgr(36),
  struck: sgr(9),
  link: sgr(4),
  heading: sgr(1),
  label: { ...sgr(1), on: '\u001b[1m\u001b[36m' },
  note: sgr(2),
  quiet: sgr(2),
}

const PLAIN: Style = {
  strong: signs('*'),
  emphasis: signs('_'),
  code: signs('`'),
  struck: signs('~'),
  link: signs(''),
  heading: signs(''),
  label: signs('', ':'),
  note: signs('', ':'),
  quiet: signs(''),
}
