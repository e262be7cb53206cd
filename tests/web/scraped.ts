/** A page of figures, read back as Prometheus does. */

export type Sample = { name: string; labels: Readonly<Record<string, string>>; value: number }

/** Every sample of a page in the text format; throws at a line that is none. */
export const samplesIn = (page: string): Sample[] =>
  page
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] =
        /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)(?: \d+)?$/.exec(line) ?? []
      if (name === '') throw new Error(`This is no sample: ${line}`)
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', text = '']) => [
        key,
        text,
      ])
      return { name, labels: Object.fromEntries(pairs), value: Number(value.replace('Nan', 'NaN')) }
    })

/** The sum of all samples of a name that have these labels; `undefined` where there is none. */
export const figure = (
  page: string,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined => {
  const found = samplesIn(page).filter(
    (one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value),
  )
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0)
}
