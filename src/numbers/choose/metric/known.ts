/** The metrics that are advised, each with its reason and its limit, in one place so that they read alike. */
import type { Choice } from '../situation.ts'

const choice = (metric: string, why: string, notWhen: string): Choice => ({ metric, why, notWhen })

export const ACCURACY = choice(
  'accuracy',
  'With classes about even and mistakes that cost the same, the share of right answers is what you pay for.',
  'one class is rare or one mistake is dearer: always giving the common answer then looks good',
)
export const EXPECTED_COST = choice(
  'expected cost per row',
  'You know what each mistake costs, so compare models in that unit, each at the threshold that the costs give.',
  'the costs are guesses: then show the result for several ratios',
)
export const RECALL_AT_CAPACITY = choice(
  'recall at your capacity',
  'Only so many cases can be acted on: it asks how many of the positives are among them.',
  'capacity moves from day to day: then look at the whole precision-recall curve',
)
export const PRECISION_AT_CAPACITY = choice(
  'precision at your capacity',
  'It says how much of the work that is done was worth doing.',
  'the cases on the list are not alike in worth: weight them by it',
)
export const AVERAGE_PRECISION = choice(
  'average precision (area under the precision-recall curve)',
  'It compares models over all thresholds and looks only at how cleanly the positives come first.',
  'two data sets with different shares of positives are compared: it falls with the share',
)
export const RECALL_AT_PRECISION = choice(
  'recall at a fixed precision (or a fixed false-positive rate)',
  'It fixes what is bearable, such as one false alarm in five, and asks how much is caught then.',
  'nobody can say what is bearable: find that out first',
)
export const F_BETA = choice(
  'F-beta with a stated beta',
  'One figure for precision and recall at the threshold in use; beta 2 weighs recall more, .5 precision.',
  'costs are known: it hides them, and true negatives count for nothing',
)
export const MCC = choice(
  'Matthews correlation',
  'It uses all four cells of the confusion matrix, so that no class can be ignored.',
  'the result has to be explained in money or cases',
)
export const ROC_AUC = choice(
  'ROC-AUC',
  'The chance that a positive is scored above a negative; the share of positives does not move it.',
  'positives are rare: a small rate of false alarms on many negatives looks harmless there and drowns the list',
)
export const LOG_LOSS = choice(
  'log loss',
  'It is lowest for the true probabilities, so that it punishes wrong order and wrong size alike.',
  'labels are noisy: a few sure and wrong predictions decide it; look at Brier beside it',
)
export const NORMALISED_ENTROPY = choice(
  'normalised entropy (log loss over that of always saying the base rate)',
  'It makes log loss comparable between days and markets with different base rates; below 1 the model knows something.',
  'the base rate of the rows is not that of where the model is used',
)
export const CALIBRATION = choice(
  'calibration plot with ECE, also by segment',
  'A probability that is multiplied by money has to come true as often as it says.',
  'used alone: always saying the base rate is perfectly calibrated; and ECE depends on its bins',
)
export const BRIER = choice(
  'Brier score',
  'Squared error of the probability; bounded, so that single sure mistakes do not decide it.',
  'positives are very rare: differences become tiny',
)
export const NDCG = choice(
  'NDCG@k',
  'It rewards better grades further up. State gain (linear or exponential), discount, k, and what a query without relevant items scores.',
  'the labels come from clicks on an older order: correct for position first',
)
export const MAP = choice(
  'MAP@k',
  'Relevant or not, with several relevant items in a list: the order counts throughout.',
  'relevance has grades, or people need only one hit',
)
export const MRR = choice(
  'MRR',
  'People need one good hit: it asks how far down the first one stands.',
  'a second hit is worth something too',
)
export const RECALL_AT_K = choice(
  'recall@k',
  'What this stage drops, no later stage brings back; the order within k is the affair of the next stage.',
  'this is the last stage: then order counts, take NDCG or MAP',
)
export const RMSE = choice(
  'RMSE',
  'Large mistakes count more than in proportion, and the best answer to it is the mean, so that sums come out right.',
  'a few wild rows are errors of measurement: they decide it',
)
export const MAE = choice(
  'MAE, or Huber as the loss to train on',
  'Each unit of error counts the same; wild rows have little say, and the best answer to it is the median.',
  'predictions are added up: medians of skewed amounts sum to too little',
)
export const PINBALL = choice(
  'pinball loss at the quantile that the costs give',
  'Too much and too little cost differently, so the best answer is a quantile and not the mean.',
  'the costs change with the amount: then simulate the decision itself',
)
export const QUANTILES = choice(
  'pinball loss over several quantiles',
  'The whole spread is used, so each of its quantiles has to be right.',
  'only one of them leads to a decision: then look at that one',
)
export const COVERAGE = choice(
  'coverage and width of the interval',
  'Of 90 % intervals nine in ten have to hold; among those that do, narrow ones are better.',
  'looked at over all rows only: also look at groups, wide ones can make up for narrow ones',
)
export const WAPE = choice(
  'WAPE',
  'The sum of errors over the sum of truths: a percentage that people understand and that zeros do not break.',
  'small items matter as much as large ones',
)
export const RANK_CORRELATION = choice(
  'rank correlation (Spearman)',
  'Only the order of the amounts is used.',
  'only the top is used: take NDCG@k with the amount as the gain',
)
export const QINI = choice(
  'Qini or AUUC, on rows with random treatment',
  'It asks how many more good outcomes treating the top ranks brings than treating at random.',
  'treatment was not random: the curve then shows who was chosen, not whom it helped',
)
export const MACRO_F1 = choice(
  'macro F1',
  'Every class counts the same, however rare.',
  'common classes matter more: take weighted or micro figures, or costs per pair of classes',
)
export const JUDGED = choice(
  'share of answers supported by their sources, by a judge held against people',
  'Fluent and wrong is the dangerous case; a judge, also a model, counts only as far as it agrees with people on a sample.',
  'the judge or its prompt changed meanwhile: measure its agreement again',
)
export const HIT_RATE = choice(
  'hit rate@k',
  'The share of people who are shown at least one good item: a mean hides those who are shown none.',
  'nearly every list has one: then it cannot tell models apart',
)
