/** Ends this process by kill -9 at the n-th moment that could matter. */
import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs'
import type { Card } from '../../src/platform/card.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Committer } from '../../src/sqlite/committer.ts'
import { bare } from '../platform/bare.ts'

export type Crashing = {
  /** A moment by its name; the process may end here. */
  point(name: string): void
  /** The names of the moments passed so far. */
  passed: readonly string[]
}

/** Counts from 1; with 0 the process is left alone. */
export const crashing = (at: number): Crashing => {
  const passed: string[] = []
  return {
    passed,
    point(name) {
      passed.push(name)
      if (passed.length === at) process.kill(process.pid, 'SIGKILL')
    },
  }
}

/** The same committer with three moments around each work: asked for, done but not committed, committed. */
export const committing = (inner: Committer, { point }: Crashing): Committer => ({
  ...inner,
  async run(work) {
    point('asked for a commit')
    const result = await inner.run((sql) => {
      const done = work(sql)
      point('inside a transaction')
      return done
    })
    point('committed')
    return result
  },
})

/** A platform that writes down durably what it shows, with a moment before and after each. */
export const showing = (name: string, file: string, { point }: Crashing): Platform =>
  bare(name, (card, id) => {
    point(`before showing ${id}`)
    appendDurably(file, JSON.stringify({ id, text: wordsOf(card) }))
    point(`after showing ${id}`)
  })

const wordsOf = ({ title, text, footer }: Card): string => [title, text, footer].filter(Boolean).join('\n')

/** Adds a line that outlives the process. */
export const appendDurably = (file: string, line: string): void => {
  const handle = openSync(file, 'a')
  appendFileSync(handle, `${line}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
