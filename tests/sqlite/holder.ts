import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'

/**
 * A process of its own that opens a file, says "open" and holds it; with "write" it also keeps saving pairs of rows.
 * Run as `node tests/sqlite/holder.ts FILE [write]`.
 */
const [, , file = '', mode] = process.argv
const database = openDatabase(file)
const writer = committer(database)
process.stdout.write('open\n')
setInterval(() => {}, 1_000)

if (mode === 'write') {
  for (let n = 0; ; n++) {
    await writer.run((sql) => {
      for (const half of ['a', 'b'])
        sql('INSERT INTO list (key, n, entry) VALUES (?, ?, ?)').run(half, n, `"${'x'.repeat(500)}"`)
    })
  }
}
