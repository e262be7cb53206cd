/**
 * What a metric answers: a number, or that there is none and why.
 *
 * No function of this room hands on NaN. Where a definition divides by nothing (an AUC with one class, a precision
 * without a predicted positive) the answer is {@link Undefined} with its reason in words, and the docstring says
 * what scikit-learn answers there.
 */

/** A column of numbers, one per row; typed arrays are the fastest and cost the least memory. */
export type Numbers = ArrayLike<number>

/** A value that exists; never NaN. */
export type Defined = { value: number }

/** A value that does not exist, with the reason in words that can be shown to a person. */
export type Undefined = { value: undefined; reason: string }

/** A number, or that there is none and why. */
export type Measure = Defined | Undefined

/** Wraps a number that exists. A NaN is a fault of whoever computed it and throws. */
export const defined = (value: number): Defined => {
  if (Number.isNaN(value)) throw new RangeError('A measure that is not a number was about to be handed on.')
  return { value }
}

/** Says why there is no value. */
export const undefinedFor = (reason: string): Undefined => ({ value: undefined, reason })

/** A quotient of two numbers, undefined for the reason where the lower one is zero. */
export const ratio = (upper: number, lower: number, reason: string): Measure =>
  lower === 0 ? undefinedFor(reason) : defined(upper / lower)

/** True for a value that exists; tells the two kinds of {@link Measure}, curves and intervals apart. */
export const isDefined = <T extends object>(measure: T | Undefined): measure is T => !('reason' in measure)
