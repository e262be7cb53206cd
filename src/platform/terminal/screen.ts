/** The output: everything is printed in order, and never into the line that is being typed. */
import type { Interface } from 'node:readline'
import type { Writable } from 'node:stream'

export type Screen = {
  /** Prints lines above the one being typed, which then has this `prompt`; resolves once the output has them. */
  print(text: string, prompt?: () => string): Promise<void>
  /** From now on this line is being typed, until nothing is. */
  typing(line: Interface | undefined): void
  /** Called once when the output is gone. */
  gone(then: () => void): void
}

/** Prints on `output`; rejects when nobody is there any more to read it. */
export const openScreen = (output: Writable): Screen => {
  let typed: Interface | undefined
  let lost: Error | undefined
  let last: Promise<void> = Promise.resolve()
  const leave: (() => void)[] = []

  output.on('error', (error) => {
    lost ??= new Error('Nothing can be shown any more: the terminal or the program that read it is gone.', {
      cause: error,
    })
    for (const then of leave.splice(0)) then()
  })

  const write = (text: string, prompt?: () => string): Promise<void> =>
    new Promise((done, fail) => {
      if (lost) fail(lost)
      else output.write(typed ? above(typed, text) : text, (error) => (error ? fail(lost ?? error) : done()))
      if (lost || !typed) return
      if (prompt) typed.setPrompt(prompt())
      typed.prompt(true)
    })

  return {
    print(text, prompt) {
      const printed = last.then(() => write(text, prompt))
      last = printed.catch(() => undefined)
      return printed
    },
    typing(line) {
      if (typed && !line && !lost) output.write(gone(typed))
      typed = line
    },
    gone: (then) => void leave.push(then),
  }
}

/**
 * Takes the line being typed away, prints, and leaves room for readline to draw the line anew: it first goes up by the
 * rows that it last drew, which after a paste are fewer than there are.
 */
const above = (line: Interface & { prevRows?: number }, text: string): string =>
  `${gone(line)}${text}${'\n'.repeat(line.prevRows ?? line.getCursorPos().rows)}`

const gone = (line: Interface): string => {
  const { rows } = line.getCursorPos()
  return `${rows > 0 ? `\u001b[${rows}A` : ''}\r\u001b[J`
}
