/** What went wrong, for the person at the keyboard: what to print and with which code to exit. */

/** What was asked for cannot be done; the message says why and what can. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** Exit codes, as `mlsd --help` lists them. */
export const EXIT = { fine: 0, refused: 1, data: 2, fault: 3 } as const

export type Failure = { text: string; code: number }

/** Known errors say all in their message; of anything else the stack is needed. */
export const failureOf = (error: unknown): Failure => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const code = KNOWN[name]
  if (code !== undefined) return { text: message, code }
  const text = `${stack ?? message}\n\nThis is a fault in mlsd itself, nothing you did. What was acknowledged is saved; start mlsd again to go on.`
  return { text, code: EXIT.fault }
}

/** By name, so that no edge has to be loaded for an error it never threw. */
const KNOWN: Readonly<Record<string, number>> = {
  BadInput: EXIT.refused,
  BadPicture: EXIT.refused,
  Refusal: EXIT.refused,
  Unmet: EXIT.refused,
  ConfigError: EXIT.refused,
  FlowError: EXIT.refused,
  PlatformFault: EXIT.refused,
  DatabaseError: EXIT.data,
  MemoryError: EXIT.data,
}
