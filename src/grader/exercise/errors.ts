/** Errors side by side: which gap is the large one, and what lowers it. */
import type { Rules } from './rules.ts'

/** Words for a model that cannot follow the rows it was trained on. */
export const UNDERFITS = `underfit*, under fit, under fits, under fitting, high bias, bias problem, is bias, its bias,
  thats bias, bias not variance, avoidable bias, bias dominates, bias is, large bias, bias here, bias,
  cant represent, cannot represent, too simple, too weak, too restrictive, too rigid, too constrained, training fit, not even do well, not even good on training, even on data it has seen, even on seen, even on rows it has seen, even on what it has seen, model is too small, model too small, net too small, network is too small, too small a model, not enough capacity, too little capacity, doesnt have enough capacity, does not have enough capacity, doesnt have the capacity, lacks capacity, lacks the capacity, limited capacity, not expressive enough,
  cant fit, cannot fit, cant even fit, cannot even fit, does not fit + training, doesnt fit + training,
  fails on training, bad on training, poor on training, struggles on training, wrong on training,
  even on training rows, even on training data, already fails, not learned enough, didnt learn, not learning`

/** Words for a model that holds on to the rows it was trained on. */
export const OVERFITS = `overfit*, over fit, over fits, over fitting, high variance, variance problem, is variance,
  its variance, thats variance, variance dominates, variance is, large variance, variance, memoris*, memoriz*, by heart, too complex, too flexible,
  does not generalise, doesnt generalise, not generalising, not generalise, fails to generalise,
  generalisation gap, generalisation problem, poor generalisation, generalises badly, generalises poorly,
  learned noise, learns noise, fits noise, fitting noise`

/** More freedom for the model. */
export const FREER = `bigger model, bigger net*, bigger nn, larger model, larger net*, deeper model, deeper net*, deeper trees, deeper tree, stronger model,
  richer model, more complex model, more expressive, more powerful model, more capacity, higher capacity, increase capacity,
  add capacity, raise capacity, capacity up, more layers, add layers, more parameters, more units, wider net*, bigger architecture, larger architecture, deeper architecture, more complex architecture, better model, bigger one, larger one, more flexible model, less constrained, model bigger,
  model larger, model deeper, train longer, train it longer, longer training, train for longer, train more, more epochs, more steps, less regularis*,
  reduce regularis*, lower regularis*, weaker regularis*, regularise less, decrease regularis*, drop some regularis*, remove regularis*, loosen regularis*, less weight decay,
  less dropout, lower weight decay, reduce dropout, reduce weight decay, lower dropout, remove dropout, boosting, more trees, more capable`

/** What the inputs may lack. */
const FEATURES = `better features, more features, new features, richer features, richer inputs, add features, add better features,
  feature engineering, better feats, more feats, engineer features, stronger features, improve features,
  better inputs, cross features, better architecture, another architecture, change architecture`

/** Less freedom for the model. */
export const TIGHTER = `regularise more, more regularis*, stronger regularis*, regularise harder, add regularis*, increase regularis*,
  raise regularis*, regularise, regularising, strong regularis*, heavier regularis*, dropout, weight decay, l2, l1 penalty, early stopping, stop early, stop earlier, stop training earlier, simpler model,
  smaller model, smaller net*, simplify, simpler net*, shallower, fewer parameters, fewer layers, fewer features, drop features, remove features, reduce capacity, less capacity, lower capacity,
  prune, pruning, bagging, ensemble*, less complex`

/** More rows. */
export const ROWS = `more data, more rows, more training data, more training rows, more examples, more samples, more labels, more labelled, additional data,
  augment*, collect data, get data, twice data, double data, bigger data set, larger data set, bigger dataset, larger dataset`

export const BIAS: Rules = {
  right: `${UNDERFITS}, training error + too high, training error + far above, training error + much higher`,
  wrong: OVERFITS,
  helps: `${FREER}, ${FEATURES}`,
  harms: `${TIGHTER}, ${ROWS}`,
  further: [],
}

export const VARIANCE: Rules = {
  right: `${OVERFITS}, large gap + training + validation, big gap + training + validation, huge gap + training + validation`,
  wrong: UNDERFITS,
  helps: `${TIGHTER}, ${ROWS}, cross validation`,
  harms: `${FREER}, less data, fewer rows`,
  further: [],
}

export const MISMATCH: Rules = {
  right: `mismatch, distribution shift, domain shift, covariate shift, data shift, dataset shift, shifted, different distribution, distribution + different, distributions differ, distribution differs, distribution changed,
    drift, drifted, domain gap, different domain, data + is different, rows + are different, different from + production, different from + live, different from + training,
    different guidelines, labelled by other, other guidelines, different origin, doesnt match, does not match, dont match, do not match, isnt representative, arent representative, no longer representative, data changed, data has changed, data have changed, changed since, has changed since, world changed, app changed, drift*, no longer look like, not look like, not like production, not like live, not like prod, not representative, unrepresentative, unlike production, unlike live, doesnt look like, does not look like,
    dont look like, do not look like, behaves differently, differs from, differ from, data differ, data differs, rows differ, another population, different population, population + differs,
    doesnt transfer, does not transfer, not transfer, comes from elsewhere, labels differ, labelled differently, collected differently, skew`,
  wrong: `${OVERFITS}, ${UNDERFITS}`,
  helps: `rows from production, production rows, prod rows, live rows, live data, data from production, production data, prod data, live traffic + label*, live traffic + train*, live traffic + collect*, live traffic + sample, label + production, label + live, collect + production, collect + live, sample + production, similar training, similar examples, similar rows, live examples, recent traffic, current traffic, recent examples, recent rows, recent data, fresh data, fresh rows, newer data, newer rows, new data, current data, up to date data,
    reweigh*, weight + training rows, importance weight*, domain adaptation, adapt, fine tune + production, fine tune + live, fine tune, finetune,
    same preprocessing, prepare + alike, compare + sources, compare + distributions, compare + features, feature by feature, error analysis, what differs, adversarial validation, classifier + tells,
    synthesise, make training + like, train on + production, train on + live, train on rows like, mix in, in our market, from our market, relabel, label our own, own labels`,
  harms: `${TIGHTER}, ${FREER}, more of the partners, more of the same, more partner data`,
  further: [],
}
