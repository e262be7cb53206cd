/** Confident nonsense: words of other sciences and of a network's inner parts, thrown together where a system is asked for. */
import { phrasebook } from '../flow/phrase.ts'
import type { Word } from '../flow/words.ts'

const lines = (list: string): string[] => list.trim().split(/\s*[,\n]\s*/)

/** Nobody who designs a product says these, save by the way. */
const OUTLANDISH = phrasebook(
  lines(`
  eigen*, thermodynam*, quantum*, blockchain*, commutativ*, orthogonal*, imaginary, modulo, prime number, are prime, convex,
  derivative, reversib*, invert, inverse, rotat*, alphabetical*, hologra*, topolog*, fractal, resonan*, fourier, laplace,
  hyperbol*, manifold, parallel universe, relativity, gravit*, magnet*, conscious*, telepath*, dna, brain, magic*, infinit*,
  polynomial, spectral, singularity, self aware, backwards in time, negative latency, latency below zero, negative second,
  negative minute, below zero, faster than light, zero latency, divided by zero, o 1, logarithm of the user, square root of the user,
  law of large numbers, entropy of user, at the speed of, heat death, black hole, antimatter, particle, photon, wavelength,
  frequency domain, perpetual, dimension + universe`),
)
/** A network's inner parts: fine in their place, and in numbers no design. */
const INNER = phrasebook(
  lines(`
  gradient, softmax, sigmoid, entropy, backprop*, back propagat*, neuron, epoch, converge, matrix, tensor, activation,
  learning rate, dropout, attention head, hidden layer, weights, temperature, kernel, optimiser, optimizer, loss surface`),
)
/** Recall of 140 %, a probability of 3: what cannot be. */
const SHARES = /^(?:recal$|precis|accuraci|probabl|auc|f1|cosin)/

const ENOUGH = 2.5

/** True for words in which so much is outlandish that the rest proves nothing. */
export const absurd = (text: readonly Word[]): boolean => {
  const strange = OUTLANDISH.find(text).size + impossible(text)
  if (strange === 0) return false
  return strange + INNER.find(text).size / 2 >= ENOUGH
}

const impossible = (text: readonly Word[]): number =>
  text.filter((word, i) => {
    if (!SHARES.test(word.stem)) return false
    const at = text.slice(i + 1, i + 6).findIndex(({ number }) => number)
    const value = Number(text[i + 1 + at]?.text)
    return at >= 0 && value > 100 && text[i + 2 + at]?.stem === 'percent'
  }).length
