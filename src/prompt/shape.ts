/** From a zod schema to a shape: JSON Schema for the endpoint, and faults in words that a model can act on. */
import { z } from 'zod'
import type { Shape } from '../model/model.ts'

/** The shape of what fits the schema and has none of the further faults. */
export const shapeOf = <T>(
  name: string,
  schema: z.ZodType<T>,
  faults: (value: T) => readonly string[] = () => [],
): Shape<T> => {
  const { $schema: _, ...outline } = z.toJSONSchema(schema)
  return {
    name,
    schema: outline,
    parse(value) {
      const read = schema.safeParse(value)
      if (!read.success) return { fault: listed(read.error.issues.map(worded)) }
      const found = faults(read.data)
      return found.length > 0 ? { fault: listed(found) } : { value: read.data }
    },
  }
}

/** More than these say nothing new. */
const MOST = 8

const listed = (faults: readonly string[]): string =>
  faults.length > MOST
    ? `${faults.slice(0, MOST).join('; ')}; and ${faults.length - MOST} more`
    : faults.join('; ')

const worded = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`
