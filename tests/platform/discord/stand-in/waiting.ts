/**
 * Waits for something to have happened: looks again when something did, and every few milliseconds, since an app does not
 * say what it has heard.
 */
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
      const vain = new Error(`waited ${within} ms in vain for ${what}`)
      return new Promise((resolve, reject) => {
        const end = () => {
          waits.delete(look)
          clearTimeout(timer)
          clearInterval(again)
        }
        const look = () => {
          if (!met()) return
          end()
          resolve()
        }
        const again = setInterval(look, 5)
        const timer = setTimeout(() => {
          end()
          reject(vain)
        }, within)
        waits.add(look)
      })
    },
  }
}
