/** A report as one page that needs nothing else: no script, no file, nothing fetched. It reads and prints well. */
import { reportMarkdown } from '../interview/markdown.ts'
import type { Report } from '../interview/report.ts'
import type { Entry } from '../interview/transcript.ts'
import { type Words, wordsIn } from '../words/words.ts'
import { escaped } from './escape.ts'
import { type Section, sectionsOf } from './prose.ts'
import { STYLE } from './style.ts'
import { transcript } from './transcript.ts'

/** A picture as SVG for either ground, and what is seen on it. */
export type Shown = { light: string; dark: string; alt: string }

/** Pictures of the report, and of diagrams by the entry that describes one; what is absent is left out. */
export type Pictures = { scores?: Shown; pace?: Shown; diagrams?: ReadonlyMap<number, Shown> }

/** The page of a report in the language of its talk; equal input gives an equal page. */
export const reportPage = (report: Report, log: readonly Entry[], pictures: Pictures = {}): string => {
  const words = wordsIn(report.options.language)
  const { lead, sections } = sectionsOf(reportMarkdown(report, '/', words))
  const figures: Readonly<Record<string, Shown | undefined>> = {
    [words.report.byStage]: pictures.scores,
    [words.report.conduct]: pictures.pace,
  }
  const drawn = new Map([...(pictures.diagrams ?? [])].map(([entry, shown]) => [entry, figure(shown)]))
  const talk = transcript(report, log, drawn, words)
  const whole: Section[] = [
    ...sections.map((one) => ({ ...one, html: `${figureFor(figures[one.title])}${one.html}` })),
    ...(talk === '' ? [] : [{ id: 'talk', title: words.page.talk, html: talk }]),
  ]
  return page(titleOf(report, words), words, [
    `<header><h1>${escaped(titleOf(report, words))}</h1><p class="facts">${escaped(factsOf(report, words))}</p></header>`,
    contents(whole, words),
    `<main>${lead}`,
    ...whole.map(({ id, title, html }) =>
      title === ''
        ? `<div class="small">${html}</div>`
        : `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${html}</section>`,
    ),
    '</main>',
  ])
}

/** The frame of every page: its policy lets it load nothing and run nothing. */
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

/** A picture for either ground; one of the two is shown, and either is told as an image. */
export const figure = ({ light, dark, alt }: Shown): string =>
  `<figure role="img" aria-label="${escaped(alt)}"><div class="light" aria-hidden="true">${bare(light)}</div><div class="dark" aria-hidden="true">${bare(dark)}</div></figure>`

const figureFor = (shown: Shown | undefined): string => (shown === undefined ? '' : figure(shown))

/** Two drawings on one page must not share ids, and neither says a second time what the figure says. */
const bare = (svg: string): string => svg.replace(/<\?xml[^>]*>|<!DOCTYPE[^>]*>/g, '').trim()

const titleOf = ({ problem, format }: Report, { report }: Words): string =>
  `${report.title({ title: problem.title })}${format.part === null ? '' : ` · ${format.title}`}`

const factsOf = ({ began, minutes, options }: Report, { levels, page: says, language }: Words): string =>
  says.facts({
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(began),
    level: levels[options.level],
    mode: options.mode,
    minutes: Math.round(minutes),
  })

const contents = (sections: readonly Section[], { page: says }: Words): string => {
  const items = sections
    .filter(({ title }) => title !== '')
    .map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`)
  return `<nav aria-label="${escaped(says.contents)}"><ul>${items.join('')}</ul></nav>`
}
