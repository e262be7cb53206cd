/**
 * Makes few large works of many small ones: what is asked for while a work is under way is done in the next one, in
 * the order in which it was asked for. Alone, a wish waits for nothing; under load, works grow by themselves.
 */
export const grouped = <Wish, Result>(
  work: (wishes: readonly Wish[]) => Promise<readonly Result[]>,
  most = 256,
): ((wish: Wish) => Promise<Result>) => {
  const waiting: { wish: Wish; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = []
  let working = false

  const goOn = async (): Promise<void> => {
    working = true
    while (waiting.length > 0) {
      const group = waiting.splice(0, most)
      try {
        const results = await work(group.map(({ wish }) => wish))
        for (const [n, { resolve }] of group.entries()) resolve(results[n] as Result)
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    working = false
  }

  return (wish) =>
    new Promise((resolve, reject) => {
      waiting.push({ wish, resolve, reject })
      if (!working) void goOn()
    })
}
