/** Whether a text writes one and a half as 1.5 or as 1,5. */

/**
 * `point` reads 1.5 and 12,500; `comma` reads 1,5 and 12.500, and 0.5 as well, since many mix them; `groups` reads 12.500
 * and 12,500 both as thousands.
 */
export type Convention = 'point' | 'comma' | 'groups'

/**
 * The ways in which the figures of a text can be read, the likeliest first; only one where nothing is open. Where commas
 * are usual, 12,500 may be a decimal as well, unless 22,000,000 beside it is none, and 12.500 hardly is one.
 */
export const conventionsOf = (text: string, usual = false): readonly [Convention, ...Convention[]] => {
  const [commas, points] = [COMMA_GROUP.test(text), POINT_GROUP.test(text)]
  const both: Convention[] = commas && points ? ['groups'] : []
  if (COMMAS.test(text)) return commas || POINTS.test(text) ? ['comma', 'point', ...both] : ['comma']
  if (usual && points && !commas && !POINTS.test(text)) return ['comma', 'point']
  const open = points || (usual && commas && !COMMA_GROUPS.test(text))
  return open ? ['point', 'comma', ...both] : ['point']
}

const COMMAS =
  /(?<![\d.,])\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})(?!\d|,\d)|(?<![\d.,])0,\d+(?!\d|,\d)|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?!\d|[.,]\d)/
const POINTS = /(?<![\d.])\d{1,3}(?:,\d{3})*\.(?:\d{1,2}|\d{4,})(?!\d|\.\d)|(?<![\d.,])0?\.\d+(?!\d|\.\d)/
const COMMA_GROUP = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?!\d|,\d)/
const COMMA_GROUPS = /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3}){2,}(?!\d|,\d)/
const POINT_GROUP = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d|\.\d)/
