/** Waits for something to have happened, looking again only when something did. */
export const waiting = () => {
  const waits = new Set<() => void>()
  return {
    /** Something may have changed. */
    changed: (): void => {
      for (const look of waits) look()
    },
    /** Resolves once it is met; rejects after so many milliseconds, saying what was waited for. */
    until: (met: () => boolean, what = 'what was expected', within = 5000): Promise<void> => {
      if (met()) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waits.delete(look)
          reject(new Error(`waited ${within} ms in vain for ${what}`))
        }, within)
        const look = () => {
          if (!met()) return
          waits.delete(look)
          clearTimeout(timer)
          resolve()
        }
        waits.add(look)
      })
    },
  }
}
