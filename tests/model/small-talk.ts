/** Replies of an interviewer that ask and tell nothing, so that each may be said. */

/** The reply of this number; of some hundred in a row no two are alike. */
export const redirecting = (number: number) => {
  const [step, how, part] = [STEPS, WAYS, PARTS].map(
    (words, place) => words[Math.floor(number / 11 ** place) % words.length] ?? '',
  )
  const say = `Please ${step} the ${part} of what you have in mind, ${how}, before we go on from here.`
  return { say, move: 'redirect', criterion: null, named: false, facts: [], unknown: [], noticed: [] }
}

/** What such a reply comes to. */
export const USAGE = { prompt_tokens: 3_000, completion_tokens: 60, total_tokens: 3_060 }

const STEPS = [
  ...['sketch', 'explain', 'describe', 'outline', 'summarise'],
  ...['restate', 'order', 'defend', 'draw', 'spell out'],
]
const WAYS = [
  ...['slowly', 'in your own words', 'as you would to a colleague'],
  ...['from the start', 'in some detail', 'briefly'],
]
const PARTS = [
  ...['first part', 'last part', 'middle', 'beginning', 'end'],
  ...['core', 'outline', 'purpose', 'shape', 'next step'],
]
