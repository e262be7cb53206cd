/** What every page has: a frame that loads and runs nothing, a head, contents, and sections under their titles. */
import type { Words } from '../words/words.ts'
import { escaped } from './escape.ts'
import type { Section } from './prose.ts'
import { STYLE } from './style.ts'

/** A page in its frame; its policy lets it load nothing and run nothing. */
export const page = (title: string, { language }: Words, body: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n')

/** What a page in sections says: its title with the facts below, and what stands before the first section, as HTML. */
export type Sectioned = { title: string; facts: string; lead: string; sections: readonly Section[] }

/** A page whose sections are listed above them; one without a title is a note, which the contents leave out. */
export const sectioned = ({ title, facts, lead, sections }: Sectioned, words: Words): string =>
  page(title, words, [
    `<header><h1>${escaped(title)}</h1><p class="facts">${escaped(facts)}</p></header>`,
    contents(sections, words),
    `<main>${lead}`,
    ...sections.map(({ id, title, html }) =>
      title === ''
        ? `<div class="small">${html}</div>`
        : `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${html}</section>`,
    ),
    '</main>',
  ])

/** The day of a moment in a zone, as the language writes it. */
export const dated = (
  at: number,
  { language }: Words,
  dateStyle: 'long' | 'medium',
  timeZone = 'UTC',
): string => new Intl.DateTimeFormat(language, { dateStyle, timeZone }).format(at)

const contents = (sections: readonly Section[], { page: says }: Words): string => {
  const items = sections
    .filter(({ title }) => title !== '')
    .map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`)
  return `<nav aria-label="${escaped(says.contents)}"><ul>${items.join('')}</ul></nav>`
}
