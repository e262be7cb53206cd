/** JSON in what a model answers. */

/** The value, or what is wrong with it in words that the model is told; a fence, thoughts and words around it are let pass. */
export const readJson = (text: string): { value: unknown } | { fault: string } => {
  const said = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim()
  if (said === '') return { fault: 'It is empty.' }
  const whole = parsed(said)
  if (whole) return whole
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(said)?.[1]
  const inner = (fenced === undefined ? undefined : parsed(fenced)) ?? between(said)
  if (inner) return inner
  return { fault: said.includes('{') ? 'It is no valid JSON, or breaks off.' : 'It is no JSON.' }
}

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const between = (text: string): { value: unknown } | undefined => {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  return start >= 0 && end > start ? parsed(text.slice(start, end + 1)) : undefined
}
