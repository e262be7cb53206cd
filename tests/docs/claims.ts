/** What a document claims, read from its Markdown: commands, paths, versions. */

/** A claim and the line on which it stands. */
export type Claim<T> = T & { line: number }

type Code = { text: string; line: number }

/** Everything set as code: spans, and the lines of blocks for a shell. */
export const codeOf = (markdown: string): Code[] => {
  let fence: string | undefined
  return markdown.split('\n').flatMap((text, index) => {
    const line = index + 1
    const mark = /^ *```(\w*)/.exec(text)
    if (mark) {
      fence = fence === undefined ? (mark[1] ?? '') : undefined
      return []
    }
    if (fence !== undefined) return fence === 'sh' ? [{ text, line }] : []
    return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => ({ text: span, line }))
  })
}

/** A document without what stands between two markers. */
export const without = (markdown: string, part: string): string =>
  markdown.replace(new RegExp(`<!-- ${part} -->[\\s\\S]*?<!-- /${part} -->`), (all) =>
    all.replace(/[^\n]/g, ''),
  )

/** `mlsd grade --stage data` as its words and its flags; `/mlsd hint` is typed in a chat and is none. */
export const commandsIn = (markdown: string): Claim<{ words: string[]; flags: string[] }>[] =>
  codeOf(markdown).flatMap(({ text, line }) =>
    [...text.matchAll(/(?<!-t |(?<!bin)\/)\bmlsd(?:\.js)?((?:[ \t]+[^\s|&;<>`]+)*)/g)].flatMap(
      ([, rest = '']) => {
        const words = rest.trim().split(/\s+/).filter(Boolean)
        const end = words.findIndex((word) => !/^[a-z][a-z-]*$/.test(word))
        const named = end < 0 ? words : words.slice(0, end)
        const flags = words.filter((word) => word.startsWith('--'))
        return named.length === 0 && flags.length === 0 ? [] : [{ words: named, flags, line }]
      },
    ),
  )

/** The scripts of package.json that a document calls. */
export const scriptsIn = (markdown: string): Claim<{ script: string }>[] =>
  codeOf(markdown).flatMap(({ text, line }) =>
    [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => ({
      script: run ?? short ?? '',
      line,
    })),
  )

const EXTENSION = /\.(ts|js|md|ya?ml|json|sh)$/

/** The files and folders of the project that a document names, in code or as a link. */
export const pathsIn = (markdown: string): Claim<{ path: string }>[] => {
  const spans = codeOf(markdown).filter(
    ({ text }) => /^[\w.][\w./-]*$/.test(text) && (text.includes('/') || EXTENSION.test(text)),
  )
  const links = markdown
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ text: target, line: index + 1 })),
    )
    .filter(({ text }) => !/^(https?:|#)/.test(text))
  return [...spans, ...links].map(({ text, line }) => ({ path: text, line }))
}

const FOREIGN =
  /(?<![\w.])\.\.\/|(?<![\w.~])\/(?:home|root|tmp|Users|work|var|etc|opt|mnt|usr|srv)\b|\b[A-Z]:\\|file:\/\//

/** Lines that point out of the project. */
export const foreignIn = (markdown: string): Claim<{ text: string }>[] =>
  markdown.split('\n').flatMap((text, index) => (FOREIGN.test(text) ? [{ text, line: index + 1 }] : []))

/** The newest version of a changelog. */
export const newestIn = (changelog: string): string | undefined => /^## (\d+\.\d+\.\d+)/m.exec(changelog)?.[1]

/** What a `.env` file sets, or shows how to set. */
export const settingsIn = (env: string): Record<string, string> =>
  Object.fromEntries(
    [...env.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
