/** A disk that can be filled: a small file system in memory, which only root may make. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Disk = {
  folder: string
  /** Nothing can be added for so long; absent where there is no disk of its own. */
  fill?: (ms: number) => Promise<void>
  /** Why it cannot be filled. */
  lacks?: string
  remove(): void
}

/** A folder on a disk of its own where that can be had, else a folder as any other. */
export const smallDisk = (megabytes: number): Disk => {
  const folder = mkdtempSync(join(tmpdir(), 'mlsd-storm-'))
  const discard = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    return { folder, lacks: error instanceof Error ? error.message.trim() : String(error), remove: discard }
  }
  const ballast = join(folder, 'ballast')
  const remove = (): void => {
    process.off('exit', remove)
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
    discard()
  }
  process.on('exit', remove)
  return {
    folder,
    async fill(ms) {
      for (const size of [1_000_000, 100_000, 4_096]) {
        try {
          for (let n = 0; ; n += 1) writeFileSync(`${ballast}-${size}-${n}`, Buffer.alloc(size))
        } catch {
          // That is the end of the disk.
        }
      }
      await pause(ms)
      execFileSync('sh', ['-c', `rm -f ${ballast}-*`])
    },
    remove,
  }
}
