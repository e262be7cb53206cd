/** Words that a candidate only reports: what a book, a blog or other people say is nobody's own argument. */
import type { Word } from '../flow/words.ts'
import { wordSet } from './word-set.ts'

const OTHERS = wordSet(
  'people others somebody someone everybody everyone textbook textbooks book books blog blogs article articles paper papers tutorial tutorials colleague colleagues friend friends chatgpt internet',
)
const SAYS = wordSet(
  'say says said claim claims claimed argue argues argued suggest suggests suggested recommend recommends recommended advise advises wrote teach teaches taught',
)
/** Where the candidate's own words begin again. */
const OWN = wordSet('i we my our but however so therefore hence instead yet')
const LENGTH = 16
const NEAR = 3

/** Marks, word by word, what stands in somebody else's mouth. */
export const reported = (text: readonly Word[]): boolean[] => {
  const out = text.map(() => false)
  text.forEach(({ text: word }, i) => {
    if (!SAYS.has(word)) return
    const before = text.slice(Math.max(0, i - NEAR), i).map((near) => near.text)
    // What is done `as the papers suggest` is one's own.
    if (before.includes('as') || !before.some((near) => OTHERS.has(near))) return
    for (let at = i + 1; at < Math.min(text.length, i + LENGTH); at += 1) {
      if (OWN.has(text[at]?.text ?? '')) break
      out[at] = true
    }
  })
  return out
}
