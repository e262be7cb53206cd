/** Writes the JSON Schemas of flows and problems beside the flows: `node scripts/print-schemas.ts`. */
import { writeFileSync } from 'node:fs'
import { cutSchema, flowSchema, problemSchema } from '../src/flow/schema.ts'

const write = (name: string, schema: object): void =>
  writeFileSync(new URL(`../flows/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)

write('flow.schema.json', flowSchema())
write('cut.schema.json', cutSchema())
write('problem.schema.json', problemSchema())
