import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutSchema, flowSchema, problemSchema } from '../../src/flow/schema.ts'

const committed = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../flows/${name}`, import.meta.url), 'utf8'))

describe('the schemas beside the flows', () => {
  it.each([
    ['flow.schema.json', flowSchema],
    ['cut.schema.json', cutSchema],
    ['problem.schema.json', problemSchema],
  ])('%s is what `node scripts/print-schemas.ts` prints', (name, schema) => {
    expect(committed(name)).toEqual(JSON.parse(JSON.stringify(schema())))
  })

  it('ask for what has to be written, and not for what may be left out', () => {
    expect(flowSchema().required).toContain('stages')
    expect(problemSchema().required).toEqual(expect.arrayContaining(['id', 'opening']))
    expect(problemSchema().required).not.toContain('facts')
  })

  it('allow no other keys and describe those they have', () => {
    expect(flowSchema()).toMatchObject({ additionalProperties: false })
    expect(flowSchema().properties?.minutes).toMatchObject({
      type: 'number',
      description: expect.stringMatching(/length/),
    })
  })
})
