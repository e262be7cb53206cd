/** Errors side by side: which gap is the large one, and what lowers it. */
import type { Rules } from './rules.ts'

const MODEL = '{model|net*|architecture|nn|trees|tree|one|learner|ensemble|model class|transformer}'
const RESTRAINT = '{regularis*|penalty|penalties|dropout|weight decay|l2|l1|lambda|restraint}'
const TRAINED = '{training|train|trained|seen|own}'
const OTHERS = '{validation|held out|heldout|unseen|test|dev|new rows|new data}'
const PEOPLE = '{human|humans|people|person|expert*}'
const CLOSE =
  '{same|close|similar|equal|apart|identical|near|nearly|together|alike|within|par|coincide|agree|matches|one point|no gap|small|little|tiny}'
const FAR =
  '{far|way off|off|above|worse|gap|distance|times|behind|higher|jump*|lose|short|nowhere near|not close|neither|poor|bad|awful|terrible}'
const LARGE = '{huge|large|big|wide|massive|substantial|significant|considerable}'

/** Words for a model that cannot follow the rows it was trained on. */
export const UNDERFITS = `underfit*, under fit, under fits, under fitting, high bias, bias problem, is bias, its bias,
  thats bias, bias not variance, avoidable bias, bias dominates, bias is, large bias, bias here, bias,
  cant represent, cannot represent, too simple, too weak, too restrictive, too rigid, too constrained, training fit, not even do well, not even good on training, even on data it has seen, even on seen, even on rows it has seen, even on what it has seen, model is too small, model too small, net too small, network is too small, too small a model, not enough capacity, too little capacity, doesnt have enough capacity, does not have enough capacity, doesnt have the capacity, lacks capacity, lacks the capacity, limited capacity, not expressive enough,
  cant fit, cannot fit, cant even fit, cannot even fit, does not fit + training, doesnt fit + training,
  fails on training, bad on training, poor on training, struggles on training, wrong on training,
  even on training rows, even on training data, already fails, not learned enough, didnt learn, not learning,
  {not|isnt|doesnt|cant|cannot|fails to|unable to|struggles to|couldnt|hasnt|didnt} {fit|learn|capture|represent|explain|describe|follow} {training|train|enough|task|signal|pattern|properly|relationship},
  {not|isnt} {flexible|expressive|powerful|complex|rich} enough, avoidable error, capacity + {lacking|lacks|missing|bottleneck}, on train* alone, in training alone, lacks {flexibility|information|expressiveness|power},
  {bad|poor|wrong|fails|weak|awful|terrible|struggles|misses} on {training|train|seen}, even on {examples|training|seen|rows} + {seen|trained}, {model|it|its} too {inflexible|simple|weak|rigid}`

/** Words for a model that holds on to the rows it was trained on. */
export const OVERFITS = `overfit*, over fit, over fits, over fitting, high variance, variance problem, is variance,
  its variance, thats variance, variance dominates, variance is, large variance, variance, memoris*, memoriz*, by heart, too complex, too flexible,
  does not generalise, doesnt generalise, not generalising, not generalise, fails to generalise,
  generalisation gap, generalisation problem, poor generalisation, generalises badly, generalises poorly,
  learned noise, learns noise, fits noise, fitting noise,
  {doesnt|does not|not|fails to|cant|cannot|poorly|badly|hardly|barely} {generalise|carry over}, generalis* {issue|gap|problem|error|trouble}, too much {flexibility|freedom|capacity}, {great|good|fine|well|right|perfect} + seen + {hasnt|havent|unseen|not seen}, {model|its} too {powerful|large|big|deep},
  {good|great|perfect|fine|well|excellent|strong} on ${TRAINED} + {bad|poor|worse|fails|weak} on {validation|held out|unseen|new|others}`

/** More freedom for the model. */
export const FREER = `bigger model, bigger net*, bigger nn, larger model, larger net*, deeper model, deeper net*, deeper trees, deeper tree, stronger model,
  richer model, more complex model, more expressive, more powerful model, more capacity, higher capacity, increase capacity,
  add capacity, raise capacity, capacity up, more layers, add layers, more parameters, more units, wider net*, bigger architecture, larger architecture, deeper architecture, more complex architecture, better model, bigger one, larger one, more flexible model, less constrained, model bigger,
  model larger, model deeper, train longer, train it longer, longer training, train for longer, train it more, unfreeze, let it train, more epochs, more steps, less regularis*,
  reduce regularis*, lower regularis*, weaker regularis*, regularise less, decrease regularis*, drop some regularis*, remove regularis*, loosen regularis*, less weight decay,
  less dropout, lower weight decay, reduce dropout, reduce weight decay, lower dropout, remove dropout, boosting, more trees, more capable,
  {bigger|larger|deeper|wider|stronger|richer|heavier|more complex|more expressive|more powerful|more flexible} ${MODEL},
  {more|extra|additional|increase|raise|add|higher|grow} {capacity|layers|parameters|units|neurons|depth|width|epochs|iterations|rounds|complexity|flexibility},
  {less|lower|reduce|weaker|decrease|loosen|relax|ease|remove|turn down|cut|weaken|dial back} ${RESTRAINT}, regularis* less,
  {train|run|go on|continue} {longer|to convergence|until convergence|until it converges}, let it run`

/** What the inputs may lack. */
const FEATURES = `better features, more features, new features, richer features, richer inputs, add features, add better features,
  feature engineering, better feats, more feats, engineer features, stronger features, improve features,
  {better|more|new|richer|stronger|add|engineer|informative|improve|missing|useful|extra} {features|inputs|signals|predictors}, give it + {features|interactions}, {interactions|interaction terms}, add those as features, cross features, better architecture, another architecture, change architecture`

/** Less freedom for the model. */
export const TIGHTER = `regularise more, more regularis*, stronger regularis*, regularise harder, add regularis*, increase regularis*,
  raise regularis*, regularise, regularising, strong regularis*, heavier regularis*, dropout, weight decay, l2, l1 penalty, early stopping, stop early, stop earlier, stop training earlier, simpler model,
  smaller model, smaller net*, simplify, simpler net*, shallower, fewer parameters, fewer layers, fewer features, drop features, remove features, reduce capacity, less capacity, lower capacity,
  prune, pruning, bagging, ensemble*, less complex,
  {smaller|simpler|shallower|lighter|less complex|less flexible|more constrained} ${MODEL}, early stop*, max depth, feature selection, more simple, make it simpler, penalis*,
  {fewer|less|cut|limit|reduce|lower|restrict|shrink} {features|parameters|layers|depth|capacity|complexity|units|epochs|columns|flexibility|variables},
  {more|stronger|add|increase|raise|heavier|higher|turn up|stricter} ${RESTRAINT}`

/** More rows. */
export const ROWS = `more data, more rows, more training data, more training rows, more examples, more samples, more labels, more labelled, additional data,
  augment*, collect data, get data, twice data, double data, bigger data set, larger data set, bigger dataset, larger dataset,
  {more|additional|extra|further|collect|gather|get|acquire|obtain|buy} {data|rows|examples|samples|labels|labelled|observations|records|annotations}`

export const BIAS: Rules = {
  right: `${UNDERFITS}, ${LARGE} {gap|difference|distance|jump} + ${PEOPLE}, ${TRAINED} + {worse than|far from|far above|far off|higher than|way above|way off} + ${PEOPLE}, training error + too high, training error + far above, training error + much higher`,
  wrong: OVERFITS,
  compared: `${TRAINED} + ${OTHERS} + ${CLOSE}, ${TRAINED} + ${PEOPLE}, ${PEOPLE} + {gets|get|manage|manages|reach|achieve|compared|than}, ${PEOPLE} + ${FAR}, {generalises|generalisation} + {fine|ok|good|well}`,
  helps: `${FREER}, ${FEATURES}`,
  harms: `${TIGHTER}, ${ROWS}`,
  further: [],
}

export const VARIANCE: Rules = {
  right: `${OVERFITS}, ${LARGE} {gap|drop|difference|jump|distance} + ${OTHERS}, gap to ${OTHERS}, ${OTHERS} + {worse than|far above|far worse|higher than|way above|much worse} + ${TRAINED}, {good|great|fine|well} on ${TRAINED} + {bad|poor} on ${OTHERS}, large gap + training + validation, big gap + training + validation, huge gap + training + validation`,
  wrong: UNDERFITS,
  compared: `${OTHERS} + ${FAR}, ${TRAINED} + ${OTHERS}, trained + {didnt|not|where it}, ${PEOPLE} + ${TRAINED} + ${CLOSE}`,
  helps: `${TIGHTER}, ${ROWS}, cross validation`,
  harms: `${FREER}, less data, fewer rows`,
  further: [],
}

export const MISMATCH: Rules = {
  right: `mismatch, distribution shift, domain shift, covariate shift, data shift, dataset shift, shifted, different distribution, distribution + different, distributions differ, distribution differs, distribution changed,
    drift, drifted, domain gap, different domain, data + is different, rows + are different, different from + production, different from + live, different from + training,
    different guidelines, labelled by other, other guidelines, different origin, doesnt match, does not match, dont match, do not match, isnt representative, arent representative, no longer representative, data changed, data has changed, data have changed, changed since, has changed since, world changed, app changed, drift*, no longer look like, not look like, not like production, not like live, not like prod, not representative, unrepresentative, unlike production, unlike live, doesnt look like, does not look like,
    dont look like, do not look like, behaves differently, differs from, differ from, data differ, data differs, rows differ, another population, different population, population + differs,
    doesnt transfer, does not transfer, not transfer, comes from elsewhere, where data comes from, {logged|recorded|measured} differently, {distribution|domain|population|concept|covariate|dataset} {shift*|changed|differ*|different|gap|drift*},
    {users|customers|people|traffic|market|rows|data|inputs|requests|cases|clients} + {not those|not ones|are different|is different|look different|looks different|differ|changed|behave differently|behaves differently|not same|not the same}, dont represent, doesnt represent, does not represent, do not represent, {outdated|stale|out of date|unlike}, wrong data, {not|arent|isnt|no longer} like {them|those|ours|our|it}, {world|time|season|market} + {gone|past|over}, {not|arent|isnt|no longer|dont|doesnt} {same distribution|drawn from|same source|share|resemble|reflect|look like|comparable|alike|cover}, source + {wrong|problem|issue|differs|different}, labels differ, labelled differently, collected differently, skew`,
  wrong: `${OVERFITS}, ${UNDERFITS}`,
  compared: `{live|production|serving|traffic|real} + ${FAR}, {live|production|serving|today*} + {source|origin|partner|app|market|held out|training}, {held out|heldout|same origin|same source} + {fine|good|ok|close|well|same|nothing}`,
  helps: `{current|recent|fresh|new|newer|up to date|latest|todays} {rows|data|examples|samples|traffic|labels|logs|months|weeks},
    {add|use|include|get|bring|draw|log|gather|put|need|buy|take|feed|weigh|learn from|retrain on|fit on} + {live|production|serving} + {rows|data|examples|samples|traffic|cases|customers|labels}, {retrain|train|tune|label*|annotate|collect|sample|mix|add|weight} + {production|live|current|recent|our market|own traffic}, refresh + {training|data|set}, compare + {sources|both|production|live|old}, importance weight*, live traffic + label*, live traffic + train*, live traffic + collect*, live traffic + sample, label + production, label + live, collect + production, collect + live, sample + production, similar training, similar examples, similar rows, recent traffic, current traffic, recent examples, recent rows, recent data, fresh data, fresh rows, newer data, newer rows, new data, current data, up to date data,
    reweigh*, weight + training rows, importance weight*, domain adaptation, adapt, fine tune + production, fine tune + live, fine tune, finetune,
    same preprocessing, prepare + alike, compare + sources, compare + distributions, compare + features, feature by feature, error analysis, what differs, adversarial validation, classifier + tells,
    synthesise, make training + like, train on + production, train on + live, train on rows like, mix in, in our market, from our market, relabel, label our own, own labels`,
  harms: `${TIGHTER}, ${FREER}, more of the partners, more of the same, more partner data, more of {these|those|them|this}, {more|extra|buy|collect} {rows|data|examples|labels} + {same old|same kind|old app|same source|same origin|same market|same partner|that market}`,
  further: [],
}
