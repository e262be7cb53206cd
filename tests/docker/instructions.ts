/** A Dockerfile as a list of instructions: as much of its grammar as ours uses. */

export type Instruction = { name: string; args: string; line: number }

/** The instructions in order; continued lines are joined, comments and empty lines left out. */
export const instructionsOf = (dockerfile: string): Instruction[] => {
  const instructions: Instruction[] = []
  let open: Instruction | undefined
  for (const [index, raw] of dockerfile.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const continued = line.endsWith('\\')
    const words = continued ? line.slice(0, -1).trim() : line
    if (open) open.args = `${open.args} ${words}`.trim()
    else {
      const [name = ''] = words.split(/\s/, 1)
      open = { name: name.toUpperCase(), args: words.slice(name.length).trim(), line: index + 1 }
      instructions.push(open)
    }
    if (!continued) open = undefined
  }
  return instructions
}

/** The words of `["a", "b"]`; `undefined` for the shell form. */
export const execForm = (args: string): string[] | undefined => {
  if (!args.startsWith('[')) return undefined
  const words: unknown = JSON.parse(args)
  return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined
}

/** `A=1 B=2` as pairs. */
export const settings = (args: string): [name: string, value: string][] =>
  [...args.matchAll(/([A-Za-z_]\w*)=("[^"]*"|\S*)/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('"', ''),
  ])

/** Whether a `.dockerignore` keeps a path, such as `src/main.ts`, out of the image: the last line that fits decides. */
export const isIgnored = (dockerignore: string, path: string): boolean => {
  const parents = path.split('/').map((_, n, all) => all.slice(0, n + 1).join('/'))
  let ignored = false
  for (const raw of dockerignore.split(/\r?\n/)) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const kept = line.startsWith('!')
    const pattern = fitting(line.slice(kept ? 1 : 0).replace(/^\/|\/$/g, ''))
    if (parents.some((parent) => pattern.test(parent))) ignored = !kept
  }
  return ignored
}

const fitting = (pattern: string): RegExp => {
  const parts = pattern.split(/(\*\*\/|\*\*|\*|\?)/).map((part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : part.replace(/[.+^$()[\]{}|\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}
