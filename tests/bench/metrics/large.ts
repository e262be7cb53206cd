/** A process of its own with many rows: computes every metric and prints its seconds and the most memory it held, in MB. */
import { columns, WORKS } from './columns.ts'

const given = columns(Number(process.argv[2]))
const start = performance.now()
const values = Object.values(WORKS).map((work) => work(given).value)
if (values.some((value) => value === undefined)) throw new Error('a metric has no value')
const seconds = (performance.now() - start) / 1000
// Node gives kilobytes.
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 }))
