/** Tables that scroll by themselves where a screen is narrow, so that the page does not. */
import { escaped } from './escape.ts'

/** What a table shows: its name, and as HTML its heads and its rows, each named by its first cell. */
export type Table = { label: string; head: readonly string[]; rows: readonly (readonly string[])[] }

/** The table, which a keyboard reaches as well. */
export const table = ({ label, head, rows }: Table): string =>
  `<div class="wide" tabindex="0" role="region" aria-label="${escaped(label)}"><table><thead><tr>${head
    .map((html) => `<th scope="col">${html}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table></div>`

const row = ([name = '', ...cells]: readonly string[]): string =>
  `<tr><th scope="row">${name}</th>${cells.map((html) => `<td>${html}</td>`).join('')}</tr>`
