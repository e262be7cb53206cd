/** Loaded into a bot before anything else: its clock is ahead by what the file at `STORM_CLOCK` says, in milliseconds. */
import { readFileSync } from 'node:fs'

const file = process.env.STORM_CLOCK ?? ''
const Real = Date
let ahead = 0

setInterval(() => {
  ahead = Number(readFileSync(file, 'utf8')) || 0
}, 100).unref()

globalThis.Date = new Proxy(Real, {
  construct: (target, given: [], as) => Reflect.construct(target, given.length > 0 ? given : [now()], as),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})

const now = (): number => Real.now() + ahead
