/** The words of a reply while its JSON is still coming, shown sentence by sentence. */
import { sentences } from '../flow/words.ts'

export type Showing = {
  /** The JSON as far as it has come. */
  hear(soFar: string): void
  /** What was shown so far: whole sentences from the beginning. */
  shown(): string
  /** Shows the rest of a reply; where its beginning is another, nothing: the whole takes the place of what was shown. */
  finish(say: string): void
}

/**
 * Shows a sentence once it is whole and `fits` finds nothing wrong with all words up to its end. After a sentence that does
 * not fit, or a beginning that changed, nothing more is shown until the reply is finished.
 */
export const showing = (fits: (say: string) => boolean, show: (words: string) => void): Showing => {
  let shown = ''
  let held = false
  const to = (text: string): void => {
    if (text.length > shown.length) show(text.slice(shown.length))
    shown = text
  }
  return {
    hear(soFar) {
      const { text, whole } = wordsOf(soFar)
      const all = sentences(text)
      const end = all.at(whole ? -1 : -2)?.end ?? 0
      const ready = text.slice(0, end)
      if (held || ready.length < shown.length) return
      held = !ready.startsWith(shown) || (ready !== shown && !fits(ready))
      if (!held) to(ready)
    },
    shown: () => shown,
    finish(say) {
      if (say.startsWith(shown)) to(say)
    },
  }
}

/** The value of `say`, which comes first, as far as it is there; nothing where something else comes first. */
const wordsOf = (json: string): { text: string; whole: boolean } => {
  const [, body, end] = SAY.exec(json) ?? []
  if (body === undefined) return { text: '', whole: false }
  try {
    const text: unknown = JSON.parse(`"${body.replace(/\\u[\da-f]{0,3}$/i, '')}"`)
    return { text: typeof text === 'string' ? text.trimStart() : '', whole: end !== undefined }
  } catch {
    // An escape is cut in two, and what follows will mend it; or the answer is none, and the model's contract says so.
    return { text: '', whole: false }
  }
}

const SAY = /^\s*(?:```\w*\s*)?\{\s*"say"\s*:\s*"((?:[^"\\]|\\.)*)(")?/s
