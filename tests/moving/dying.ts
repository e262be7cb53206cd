/** Loaded before a program: it ends as by kill -9 once it has asked its stores so often as `DIE_AT` says. */
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'

let left = Number(process.env.DIE_AT ?? Number.POSITIVE_INFINITY)

const counting = (of: object, name: string): void => {
  const asked: (...given: unknown[]) => unknown = Reflect.get(of, name)
  Reflect.set(of, name, function (this: unknown, ...given: unknown[]) {
    left -= 1
    if (left <= 0) process.kill(process.pid, 'SIGKILL')
    return asked.apply(this, given)
  })
}

counting(DatabaseSync.prototype, 'exec')
counting(DatabaseSync.prototype, 'prepare')
counting(Client.prototype, 'query')
