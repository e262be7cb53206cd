/** The one PostgreSQL of a bench, which waits for the disk as it does in earnest, and what it costs. */
import { readdirSync, readFileSync } from 'node:fs'
import { postgres, type Server } from '../../postgres/server.ts'

export type Servers = {
  postgres: Server
  /** Processor time of PostgreSQL so far, with all that it started; 0 where it runs on another machine. */
  processorMs(): number
  stop(): Promise<void>
}

export const serversOf = async (): Promise<Servers> => {
  const server = await postgres({ durable: true })
  const head = await headOf(server)
  return { postgres: server, processorMs: () => (head === undefined ? 0 : treeMs(head)), stop: server.stop }
}

/** The process that started the one that answers us, where it is on this machine. */
const headOf = async (server: Server): Promise<number | undefined> => {
  const [row] = await server.admin('SELECT pg_backend_pid() AS pid, inet_server_addr()::text AS address')
  if (!['127.0.0.1/32', '::1/128'].includes(String(row?.address))) return undefined
  const [others] = await server.admin(
    `SELECT array_agg(pid) AS pids FROM pg_stat_activity WHERE backend_type = 'checkpointer'`,
  )
  const pid = Number((others?.pids as unknown[] | undefined)?.[0])
  return statOf(pid)?.parent
}

/** Itself, those that are gone, and those that are there. */
const treeMs = (head: number): number => {
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === head)
  const own = statOf(head)
  return (own?.ms ?? 0) + (own?.gone ?? 0) + living.reduce((sum, stat) => sum + (stat?.ms ?? 0), 0)
}

const statOf = (pid: number): { parent: number; ms: number; gone: number } | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    const at = (n: number): number => fields[n] ?? 0
    return { parent: at(1), ms: (at(11) + at(12)) * 10, gone: (at(13) + at(14)) * 10 }
  } catch {
    return undefined
  }
}
