/** Figures of a problem: each derivation is computed again, so that no wrong figure is held against a candidate. */
import { evaluate } from '../numbers/arithmetic.ts'
import type { Finding, Path } from './faults.ts'
import type { NumericCheck } from './problem.ts'

/** Relative difference that rounding may leave between a derivation and its value. */
export const ROUNDING = 0.005

/** Findings for a numeric check whose derivation cannot be computed or gives another value. */
export const derivationFindings = ({ derivation, value }: NumericCheck, path: Path): Finding[] => {
  const result = evaluate(derivation)
  if (result.fault !== undefined) {
    const says = `the expression cannot be computed: ${result.fault} (character ${result.at + 1})`
    return [{ path: [...path, 'derivation'], says, mend: 'write it like "120e6 * 9 / 86_400"' }]
  }
  if (Math.abs(result.value - value) <= ROUNDING * Math.abs(result.value)) return []
  const says = `the derivation gives ${Number(result.value.toPrecision(6))} and the value says ${value}`
  return [{ path: [...path, 'value'], says, mend: 'correct whichever is wrong; 0.5 % apart is allowed' }]
}
