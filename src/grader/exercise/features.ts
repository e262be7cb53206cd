/** Columns that are not what they seem: one that knows the outcome, and one whose gaps do. */
import type { Rules } from './rules.ts'

export const LEAK: Rules = {
  guesses: true,
  right: `leak*, target leak, data leak, label leak, too good to be true, suspicious, suspiciously, red flag, post outcome, wont have it, dont have it, not have it, unrealistic, implausible, unbelievable, too high to be, too perfect, in the future, contains the answer, holds the answer, gives away the answer, knows the answer, knows the outcome, encodes the label, encodes the outcome, encodes the target, proxy for the label, proxy for the outcome, proxy for the target, contains the label,
    from the future, future information, looks into the future, known only after, only known after, known after, after the outcome, after the label, after the event, after the fact, after the case, not known at, not known when, cant be known, cannot be known, wont be known, not available at, not available when, unavailable at, wont exist, doesnt exist + prediction, does not exist + prediction, not exist + prediction, wont be there, not be there, hindsight, consequence of the outcome, caused by the outcome, result of the outcome`,
  wrong: `best feature, strongest feature, best predictor, strongest predictor, most predictive, most important feature, great feature, excellent feature, great model, excellent model, model is excellent, model is great, overfit*, underfit*, high variance, high bias`,
  helps: `drop, take column out, take feature out, drop it, drop this, drop that, drop the column, drop the feature, drop reviewed, drop days, drop refund, drop last, drop those, remove it, remove this, remove that, remove the, remove days, remove refund, remove reviewed, remove last, exclude, leave it out, take it out, throw it out, without it, get rid, delete it, kick it out, drop + retrain, drop + train again, ablat*,
    retrain, train again, train anew, point in time, as of, prediction time + rebuild, rebuild, recompute, timestamp, check when, look up when, when it is written, when it gets written, when it is filled, known at prediction, available at prediction, exists at prediction, audit, trace`,
  harms: `keep it, keep the feature, keep that, keep this, keep only, drop the weak*, drop the others, drop the rest, remove the weak*, remove the others, similar features, ship it, deploy, announce`,
  further: [
    {
      criterion: 'FI2',
      half: 'correlated, not causation, not causal, share credit, share importance',
      full: 'correlated + share, correlated features + credit, importance + not causal, importance + not causation',
    },
  ],
}

export const MISSINGNESS: Rules = {
  guesses: true,
  right: `not missing at random, missing not at random, mnar, isnt random, is not random, not random, not at random, arent random, not by chance, informative, carries signal, carry signal, carries information, carry information, is a signal, signal + itself, predictive, predicts, tells us something, tells something, tells something about, says something about, gap is a sign, depends on the label, depends on the target, depends on the outcome, related to the label, related to the target, related to the outcome, correlated with the label, correlates with the label, correlated with the target, correlates with the target, correlated with the outcome, linked to the label, associated with the label,
    times as often, times more often, times as frequent, times as likely, times more likely, far more + positives, much more + positives, more often + positives, systematically, has a cause, leak*`,
  wrong: `missing at random, missing completely at random, mcar, mar, is random, by chance, no information, harmless, nothing is lost, nothing lost, unimportant, negligible`,
  helps: `indicator, flag, as a feature, missing feature, missing variable, binary + missing, dummy variable, is missing column, own category, separate category, own level, category of its own, category unknown, unknown category, missing category, extra category, as unknown, dummy, own bin, own value, sentinel,
    natively, native, handles missing, handle missing, handles gaps, lightgbm, xgboost, trees that handle, gradient boosting,
    median of the training, training median, median from the training, mean of the training, training mean, imput* + training, fill + training, fitted on training, on training rows only,
    ask why, find out why, why it is blank, why its blank, why it is missing, why they, look for the cause, cause of the gaps, check at prediction, at the time of prediction, at prediction time`,
  harms: `drop rows, drop those rows, drop these rows, drop all rows, drop them, remove rows, remove those rows, remove all rows, delete rows, delete those rows, delete all rows, discard rows, drop the column, drop column, delete the column, remove the column, mean over all, median over all, mean of all, median of all`,
  further: [
    {
      criterion: 'DX5',
      half: 'ask why, find out why, why its blank, source of, trace, cause of',
      full: 'ask why + before, find out why + before, trace + before, source + before',
    },
  ],
}
