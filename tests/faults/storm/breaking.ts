/** Loaded into a bot that is to break a promise, so that the storm can be seen to notice: `STORM_BREAKS` says which. */
import { registerHooks } from 'node:module'

const BREAKS: Readonly<Record<string, { file: string; from: string; to: string }>> = {
  /** The outbox is not kept: what was not sent before a crash is never sent. */
  outbox: {
    file: '/src/host/turn.ts',
    from: 'await world.memory.save(keys.interview(record.id), next, revision)',
    to: 'await world.memory.save(keys.interview(record.id), { ...next, outbox: { ...next.outbox, effects: [] } }, revision)',
  },
  /** What was taken before is taken again. */
  dedupe: {
    file: '/src/platform/slack/hearing/messages.ts',
    from: "heard.unshift({ ...where, type: 'message', id: from.ts, at, manner, text })",
    to: "heard.unshift({ ...where, type: 'message', id: String(Math.random()), at, manner, text })",
  },
}

const broken = BREAKS[process.env.STORM_BREAKS ?? '']
if (!broken) throw new Error('STORM_BREAKS names no promise.')

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith(broken.file)) return loaded
    const source = String(loaded.source)
    if (!source.includes(broken.from)) throw new Error(`${broken.file} has changed; mend the storm's break.`)
    return { ...loaded, source: source.replace(broken.from, broken.to) }
  },
})
