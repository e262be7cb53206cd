/** What the number of rows, the time for an answer and the need for reasons change. */
import { numberText } from '../../number-text.ts'
import type { InputKind, ModelSituation } from './plan.ts'

/** One sentence for each thing known that changes the usual path. */
export const remarksOn = ({ input, rows, latency, reasons }: ModelSituation): string[] => [
  ...(rows === undefined ? [] : [ofRows(input, rows)]),
  ...(latency === undefined ? [] : [ofLatency(input, latency)]),
  ...(reasons === true ? [REASONS[input]] : []),
]

const ofRows = (input: InputKind, rows: number): string => {
  const many = numberText(rows)
  if (rows < 1000) {
    return input === 'table'
      ? `${many} rows are few: stay with regularised regression or shallow trees, and use cross-validation instead of one split.`
      : `${many} rows are few: leave the pretrained part frozen, train a linear layer on it, and use cross-validation instead of one split.`
  }
  if (rows < 100_000) {
    return input === 'table'
      ? `With ${many} rows trees are hard to beat; a network seldom pays.`
      : `With ${many} rows do not train from scratch; fit what is pretrained, or stay small.`
  }
  if (rows < 10_000_000)
    return `${many} rows are enough for either path. Draw a learning curve on a tenth first: it says whether all of them are needed.`
  return `${many} rows: tune on a sample of a tenth or a hundredth, keep all positives and a share of the negatives (correct the probabilities), and train in mini-batches or on histograms.`
}

const ofLatency = (input: InputKind, latency: number): string => {
  const time = `${numberText(latency)} ms`
  if (latency < 10) {
    return input === 'table'
      ? `${time} is room for some hundred shallow trees or a small network, if the features are at hand: fetching them often costs more than the model. Measure both.`
      : `${time} is too little for most encoders on a common processor: compute embeddings ahead and keep them, distil and quantise, or answer in a batch before anyone asks.`
  }
  if (latency < 100) {
    return input === 'table'
      ? `${time} is room for trees and for a network; with many candidates to score, put a cheap stage before it.`
      : `${time} is room for a small encoder on short input, not for a large one; measure the 99th percentile, with the waiting for a batch in it.`
  }
  return `${time} leaves room; what decides is the cost per 1,000 predictions.`
}

const REASONS: Readonly<Record<InputKind, string>> = {
  table:
    'Reasons have to be told: monotone constraints and few features keep trees explainable; Shapley values say what moved a prediction, not what would change the world.',
  sequence:
    'Reasons have to be told: keep the model on sums over the sequence beside the network, since those can be named.',
  text: 'Reasons have to be told: the weights of the bag of words can be shown; those of attention are no reasons.',
  image:
    'Reasons have to be told: show similar labelled images; maps of what the network looked at can mislead.',
}
