/** Metrics that say one thing while another is the case: few positives, and offline against online. */
import type { Further, Rules } from './rules.ts'

const THRESHOLD: Further = {
  criterion: 'ME3',
  half: 'threshold, cut off, cutoff, operating point, calibrat*',
  full: `threshold + cost*, threshold + capacity, threshold + costs, threshold + false alarm, threshold + miss, cutoff + cost, cutoff + capacity,
    operating point + cost, operating point + capacity`,
}

export const BASE_RATE: Rules = {
  right: `accuracy + {mislead*|fool*|decepti*|inflated|hides|not matter|doesnt matter|bad metric|little use|no use|trivially}, {dumb|dummy|trivial|naive|stupid|constant|useless|lazy|silly} {model|classifier|baseline|rule|predictor|system},
    {says|saying|say|predict|predicts|predicting|answers|answering|guessing|guess|outputs} {no|negative|negatives|none} + {every*|all|always|percent|get*|would|score*}, {never|nothing} {flag*|alarm*|alert*}, {hardly|barely|almost nothing|rarely|few|rare|scarce} {positives|positive|anything}, {skewed|unbalanced|imbalanced|rare} {classes|class|data|positives|events},
    {so many|mostly|easy|all those|mass of|flood of} negatives, negatives are so many, accuracy {isnt|not} {informative|helpful|useful|relevant|telling|meaningful}, {less than|under|only|just} {tenth|fraction|few|handful} + {right|real|true|correct}, accuracy comes from, {never|not} {raises|raise} alarm + {right|correct|accura*}, for {each|every} + {others|false|wrong}, {keeps|keep|stays|stay} silent, {most|mostly|nearly all|almost all|many|majority|mainly|all but} + {false|wrong}, {alarms|flags|flagged|alerts|ones} {are|is|would be|were|just} {false|wrong|bogus}, {flagging|flag|flags|alerting} {nobody|no one|none|nothing}, {false alarms|false positives|false ones|wrong ones} + {each|every|per true|for one},
    accuracy is misleading, accuracy misleads, accuracy misleading, accuracy + meaningless, accuracy + useless, acc is useless, accuracy says nothing, accuracy means nothing, accuracy tells nothing, accuracy means little, accuracy says little, accuracy + wrong metric,
    accuracy is not the right, accuracy isnt the right, accuracy hides, accuracy + dominated, accuracy is no good, accuracy flatters, accuracy is worthless, accuracy + irrelevant,
    always no, always saying no, always say no, always says no, always says negative, always saying negative, always predicting negative, always predict negative, always negative, predicts negative always, never flag*, flags nothing, flagging nothing, says no every time, no to everything, all negative, majority baseline, majority class, majority + beats, trivial baseline, trivial model, trivial classifier, dummy, constant model, do nothing baseline,
    base rate, rare positives, positives are rare, positives are so rare, class imbalance, imbalanced, heavily imbalanced, so few positives, few are positive,
    precision is low, precision is tiny, precision is only, precision is just, precision is bad, precision is terrible, precision is poor, low precision, tiny precision, poor precision, bad precision,
    flags are wrong, flags are false, flags + false, 1 in + flags, one in + flags, 1 in + alarms, one in + alarms, out of + flags, flags are right, flags is right, flags are real, flags is real, accuracy is not informative, accuracy isnt informative, accuracy is not a good, accuracy isnt a good, accuracy is a bad, accuracy is the wrong, most flags, most alarms, most of what is flagged, false alarms + for each, false positives + for each, false positives for every, false alarms for every, alarms are false, mostly false, mostly wrong, too many false`,
  wrong: `accuracy is great, accuracy is excellent, accuracy is good, accuracy is impressive, accuracy is high so, accuracy + ship it, accuracy + announce it, great accuracy, great model, excellent model, great result, excellent result,
    fine model, model is good, model is great, model is excellent, model is very good, auc confirms, overfit*, underfit*, ready to ship, ready to go`,
  helps: `pr auc, auc pr, auprc, average precision, precision recall, precision and recall, recall and precision, precision matters, care about precision, report precision, show precision, look at precision, use precision, recall at, precision at, f beta, f1, fbeta,
    threshold, cut off, cutoff, operating point, cost of, costs of, false alarm costs, cost matrix, expected cost, review capacity, can review, can be looked at, capacity,
    dont ship, do not ship, not ship, wouldnt ship, dont announce, do not announce, not announce, not yet, second stage, {he|she|you|we|they} shouldnt, {share|fraction|percentage} of + {alarms|flags|flagged|positives}, how many + {flagged|real|found|right|flag|catch|caught|miss}, {precision|recall} {curve|trade off}, {report|show|announce|present|give|quote|use|tell|publish|talk about|judge|discuss} {precision|recall|those|these|both|instead}, please dont, {dont|wouldnt|shouldnt|not|refuse to} {announce|publish|release|celebrate|brag|communicate},
    {reviewers|team|people|analysts|we} + {can handle|can review|can check|can process|can look}, human review, cost* + {false|miss*|alarm*|check*|threshold}, compare + baseline, report recall`,
  harms: 'ship it, announce it, would announce, report accuracy, go live, deploy it, publish it, auc alone',
  further: [
    THRESHOLD,
    {
      criterion: 'ME1',
      half: 'precision, recall, pr auc, f1, average precision',
      full: 'pr auc, auc pr, auprc, average precision, precision and recall, recall at, precision at, expected cost, precision recall',
    },
  ],
}

export const OFFLINE_ONLINE: Rules = {
  guesses: true,
  right: `{auc|ndcg|offline metric|ranking} + {only cares|only looks|ignores|says nothing|average*|treats|blind to|rewards|doesnt care|does not care|doesnt see|cannot see|doesnt know|insensitive}, {computed|calculated|built} {different|differently}, {logged|log|logs|historical|past} + {old ranker|old policy|previous model|biased|policy}, {objective|target|goal|proxy|business} + {different|differs|another|mismatch|not the same|misaligned|not aligned|isnt aligned}, {offline gain|improvement|gain} + {not real|isnt real|not be real},
    {users|people} + {see only|only see|look at the top|leave}, {page|response|model} + {slow|slower|heavier}, first {screen|page|slots|row|positions}, {never|not|wasnt|werent} {logged|shown|displayed} + {log*|clicks|offline|new|old}, {old|previous} {ranking|ranker} + clicks, {isnt|not|in|hardly|un} {sensitive|affected|aware}, insensitive, {never|not} {exposed|seen|rated}, {auc|ndcg|metric|clicks} + {value|not the same}, {isnt|not} what {earns|pays|counts|matters|sells}, {doesnt|does not|neednt|not} {imply|mean|translate|guarantee|necessarily}, bored, diversity, {bug|broken|mistake} + {serving|online|pipeline|deploy*|implementation|production}, features {missing|null|filled|stale|delayed|late}, missing features, bias toward*, biased toward*, {old|previous|current|existing} {system|model|ranker|policy|recommender} + {chose|show*|display*|pick*|select*|favour*}, clicks + {purchases|orders|buy},
    calibrated, calibration, miscalibrat*, uncalibrated, not calibrated, no longer calibrated, scores + probabilities,
    first few, first results, first few results, top results, top of list, top of the page, top positions, top three, top 3, top k, top few, top items, first positions, first place, very top, position bias, presentation bias, selection bias, exposure bias, logged clicks, logged by the old, biased to, old model showed, old model + shown, feedback loop,
    auc ignores, auc only, ndcg only, ndcg ignores, auc looks at, auc treats, auc weighs, auc counts, auc measures, auc is not, auc isnt, ndcg is not, ndcg isnt, not revenue, not purchases, not orders, not money, isnt what we earn, not what we earn, not what is earned, doesnt measure, does not measure, does not mean more, doesnt mean more,
    does not match, doesnt match, not correlated with, does not reflect, doesnt reflect, does not capture, doesnt capture, metric mismatch, metric + mismatch, wrong metric, proxy, misaligned, not aligned, wrong objective, rewards clicks, clicks arent, clicks are not, clicks + not purchases, clickbait, cheap items, low value, lower value, low priced, expensive items, value of items, price,
    training serving skew, training serving, serving skew, train serve skew, skew, features differ, latency, slower, leak*, stale features, delayed feedback, cannibal*, distribution shift`,
  wrong: `model is better, just noise, random noise, probably noise, by chance, bad luck, coincidence, test is wrong, test is broken, overfit*, underfit*, high bias, high variance`,
  helps: `check calibration, calibration plot, calibration curve, calibration first, check + calibrated, look at + calibrated, recalibrat*, calibrate, reliability diagram, predicted with observed, predicted against observed, predicted vs observed, predicted versus observed, predicted + actual,
    slice, slice by, by position, break down, segment, per segment, by segment, top positions, look at the top, check the top,
    log features, log serving features, log the features, compare features, compare + training, check skew, check + skew, skew first, check latency, check + features,
    train on purchases, train on orders, train on revenue, per position, conversion + position, weighted by, weigh by, weight by, revenue weighted, value weighted, expected revenue, expected value, optimise revenue, metric + revenue, metric + purchases, metric + orders, counterfactual, off policy, ips, propensit*, inverse propensity, check position bias, interleav*, roll back, rollback, replay,
    {check|look at|compare|inspect|test|verify|investigate|examine|plot|audit|measure|log} + {calibration|features|segment*|position*|latency|skew|logs|serving|slices|top|parity}, {break|split|slice|cut} + {category|segment*|price|position*|group*|value|user*|device}, precision + {first|top}, counterfactual, {look at|check|compare|measure} + {diversity|category|recommended|shown}, segment* + {revenue|users|drop*|lost}, {split|evaluation} + {time|by date}, as of, {purchase|revenue|order|value} weighted, propensity weights`,
  harms:
    'go with auc, go with ndcg, {trust|believe|rely on} {auc|ndcg|offline}, ship it, ship anyway, launch anyway, keep it, roll it out, run test again, larger model, bigger model, revenue will recover',
  further: [
    {
      criterion: 'ME3',
      half: 'calibrat*, miscalibrat*, threshold',
      full: 'check calibration, calibration plot, calibration curve, recalibrat*, reliability diagram, predicted + observed, threshold + cost',
    },
    {
      criterion: 'ME1',
      half: 'metric mismatch, proxy, wrong metric, misaligned',
      full: 'weighted by, weigh by, revenue weighted, value weighted, expected revenue, metric + revenue, metric + purchases, metric + orders',
    },
  ],
}
