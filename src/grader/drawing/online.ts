/** What a drawing shows of the way of one request: from the caller and back, when, with what contract, and without ML. */
import { answering, asked, hops, type Look, wordsOn } from './finding.ts'

/** FT1: from the caller over the model back to the caller; clear with input and output on the arrows. */
export const callerToEffect: Look = (ways) => {
  const callers = ways.having('caller')
  const serving = answering(ways).filter((id) => {
    const back = ways.from([id], ways.having('training'))
    return callers.some((caller) => back.has(caller))
  })
  if (serving.length === 0 || ways.diagram.boxes.length < 3) return undefined
  const labels = hops(ways).filter(({ label = '' }) => /\p{L}{3}/u.test(label))
  const inside = new Set(serving)
  const isNamed = labels.some(({ to }) => inside.has(to)) && labels.some(({ from }) => inside.has(from))
  return { criterion: 'FT1', mark: isNamed ? 2 : 1, shows: serving.map(ways.label) }
}

const WHEN = /\b(a?sync(?:hronous(?:ly)?)?|batch(?:es)?|nightly|precomputed?|stream(?:ing)?)\b/i

/** FT4: a hop says whether it is waited for; clear where it says as well how long that takes. */
export const whenAnswered: Look = (ways) => {
  const boxes = asked(ways)
  if (answering(ways).length === 0) return undefined
  const parts = [...hops(ways), ...ways.diagram.boxes.filter(({ id }) => boxes.has(id))]
  const named = parts.filter((part) => WHEN.test(wordsOn(part)))
  const timed = named.find(({ milliseconds }) => milliseconds !== undefined)
  const told = timed ?? named[0]
  if (told === undefined) return undefined
  return { criterion: 'FT4', mark: timed === undefined ? 1 : 2, shows: [told.label ?? ''] }
}

const FIELDS = /\p{L}{2}[^,;+&]*(?:[,;+&]|\band\b)\s*\p{L}{2}/u
const VERSION = /\b(?:v\d+|version)\b/i
const TIMEOUT = /\b(?:timeout|deadline)\b/i

/** FT5: what the call to the model carries; clear with fields, a version and a timeout. */
export const contractOfCall: Look = (ways) => {
  const inside = new Set(answering(ways))
  const calls = ways.diagram.arrows.filter(
    ({ from, to, label }) => (inside.has(to) || inside.has(from)) && label,
  )
  const text = calls.map(wordsOn).join('\n')
  const all = [FIELDS, VERSION, TIMEOUT].filter((one) => one.test(text)).length
  const first = calls.find((call) => [FIELDS, VERSION, TIMEOUT].some((one) => one.test(wordsOn(call))))
  return first && { criterion: 'FT5', mark: all === 3 ? 2 : 1, shows: [first.label ?? ''] }
}

/** FT6: something else answers, and leads back to the caller; why that is the safer side no drawing says. */
export const withoutModel: Look = (ways) => {
  const callers = ways.having('caller')
  const boxes = asked(ways)
  const found = ways.having('fallback').find((id) => {
    const back = ways.from([id])
    return boxes.has(id) && callers.some((caller) => back.has(caller))
  })
  return found === undefined ? undefined : { criterion: 'FT6', mark: 1, shows: [ways.label(found)] }
}
