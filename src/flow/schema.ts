/** The shapes of flows and problems as JSON Schema, for editors that complete and check YAML while it is written. */
import { z } from 'zod'
import { Cut } from './cut.ts'
import { Flow } from './flow.ts'
import { Problem } from './problem.ts'

/** The JSON Schema of a flow as it is written in `flows/*.yaml`. */
export const flowSchema = () => z.toJSONSchema(Flow, { io: 'input' })

/** The JSON Schema of a flow that is cut from another, as it is written in `flows/*.yaml`. */
export const cutSchema = () => z.toJSONSchema(Cut, { io: 'input' })

/** The JSON Schema of a problem as it is written in `flows/problems/*.yaml`. */
export const problemSchema = () => z.toJSONSchema(Problem, { io: 'input' })
