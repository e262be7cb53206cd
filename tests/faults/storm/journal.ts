/** What happened in a storm, line by line, each with its second: to be read where something broke. */
export type Journal = {
  tell(what: string): void
  all(): readonly string[]
}

/** Begins one; `told` is told each line at once. */
export const journalOf = (told: (line: string) => void = () => {}): Journal => {
  const began = performance.now()
  const lines: string[] = []
  return {
    tell(what) {
      const seconds = (performance.now() - began) / 1_000
      const line = `${seconds.toFixed(1).padStart(6)} ${what}`
      lines.push(line)
      told(line)
    },
    all: () => lines,
  }
}
