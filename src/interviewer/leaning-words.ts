/**
 * Words that lean towards a topic without naming it: alone they prove nothing, several of them, or one beside a weak
 * phrase, do. A line begins with the topics that it is about.
 */
export const LEANING_WORDS = `
goal: goal objective aim business company revenue engagement profit success successful win mission ambition board ceo
  management purpose priority strategy optimise maximise minimise minimize improve reduce achieve okr headline better
  happy outcome value motivation vision why want precise precisely harm target project worthwhile sponsor problem solve
secondary-goal guardrails: guardrail annoy upset angry trust friction drop fall hurt harm worsen suffer sacrifice tradeoff
  tolerate floor threshold bound balance satisfaction experience unhappy notice barely regress protect constraint careful
  honest good impact collateral wrongly mistakenly precision worry worried concern tolerance bother nuisance complain
scale traffic: volume traffic scale qps rps tps daily peak load throughput busy many number million count concurrent
  dau mau hour spike heavy big magnitude total overall operation amount rush weekend sheer
latency rhythm: latency sla slo ms millisecond fast quick quickly speed slow wait deadline realtime synchronous async
  batch nightly online offline respond response timeout instant instantly decision p99 p95 second time decide roundtrip
  budget
labels: label truth ground define definition positive negative count mean annotate annotator labelled mark correct
  noisy agree reliable accurate outcome target signal supervision proxy treat qualify trust signal feedback considered
label-delay: delay lag late later until wait week day learn know find out arrive mature final settle takes long soon
  eventually after discover confirm hear immediately
history: history historical archive log logs stored kept past year month back old store retention training train rows
  examples dataset records data sample previous earlier collected depth span
features context: feature signal attribute input information data field column profile metadata context know available
  raw missing blank besides beyond else external feed describe sensor variable incomplete sparse collected
freshness: fresh freshness stale refresh update updated realtime streaming stream reflect propagate change changes
  frequently lag minute hourly recent current trend trending appear visible retrain drift often hot
costs: cost costs worse error mistake false fp fn price expensive damage hurt lose loss wrong miss missed penalty harm
  asymmetric relative versus dollar weigh weight worth money tradeoff severe overestimate underestimate pay
budget: budget money cost spend dollar cash cheap afford bill cloud spending price limit cap expense fund finance
  monthly month pay financial cheaply
team: team engineer people who staff developer colleague headcount scientist build deadline launch ship when timeline
  date roadmap milestone quarter maintain own owner resource resources work working schedule pilot group hands hire release
privacy: privacy gdpr pii personal consent sensitive anonymise medical private allowed permitted store retain region leave
  encrypt residency delete erase optout opted identify confidential access see who live health protect hipaa
constraints: legal law regulation regulator compliance rule rules audit explain explanation transparency disclose reason
  reasons forbidden allowed prohibited contract contractual discriminate discrimination gender age minors restrict
  restriction policy liability justify court obligation appeal duty donate
actions: action actions option decide decision intervene intervention lever output return do allowed toolbox possible
  control knob response warn block surface choose consequence happen trigger then can softer physically beyond shown
baseline: baseline current currently today existing present now production legacy heuristic status quo already nowadays
  incumbent rule rules replace beat runs running place system vendor solution perform performance accuracy before
imbalance: share rate percent percentage fraction proportion prevalence common rare often frequent imbalance skew skewed
  base ratio distribution typical average median positive portion majority minority convert conversion funnel
exposure selection censoring offers-log: bias biased position exploration explore random randomised randomized shown
  selection counterfactual feedback loop never holdout unseen causal confounded contaminated contaminate influence
  propensity uniform treated top rejected accepted blocked passed logged self outcome checking
capacity: capacity review reviewer reviewers moderator analyst human humans manual manually handle agents staff headcount
  throughput throughput hour workforce inspect handle queue escalate person hand daily limit limits bottleneck
fallback: fallback down crash outage fail fails failure unavailable timeout late default degrade degraded safe break
  breaks broken dies dead silent offline open closed missing never arrives falls over otherwise nothing
serving box model: serving serve infrastructure infra hardware gpu gpus cpu server machine machines host hosts deploy
  deployment run runs calls caller integrate integration api interface stack compute memory cloud edge plug consume
  backend upstream downstream accelerator environment pipeline
experiments: experiment experiments test tests ab randomise randomize split arm arms control treatment pilot rollout
  rolling interference spillover canary shadow launch online evaluate trial measure unit group holdout gradual
  gradually bucket variant roll
cold-start new-viewers: new newly cold start brand unseen first newcomer fresh unknown never without launched joined
  history introduced created recently record track prior nobody
adversaries: attack attacker attackers adversary adversarial evade fraudster bot bots abuse cheat manipulate gaming trick
  tactic fool malicious scam spammer circumvent behind professional pro exploit bypass outsmart game
inventory: catalogue inventory corpus pool items size live active total turnover churn open candidates number supply
  index entries positions compete retrieval eligible
fairness groups: fair fairness gender race age ethnicity discriminate discrimination demographic group groups protected
  equal bias postcode zip disparate parity small monopoly concentrate dominate minority
quality: quality clean dirty duplicate duplicates outdated contradict accurate reliable trust wrong error consistent
safety: unsafe illegal blocklist blacklist filter filtered moderation eligible harmful block blocked ban safe
languages coverage: language languages english multilingual translate translation locale script
drift seasons season: season seasonal seasonality drift holiday winter summer year trend calendar month
effect offer-effect: effect effective help work uplift evidence actually change proof really impact convince
reports: report reports reported flag flags users complain
appeals: appeal appeals complain dispute contest overturn wrongly objection
causes reasons: why reason cause causes motive survey asked
format: resolution pixel pixels size colour grey length megapixel tiny format long tokens
queries: query queries length long tail repetitive unique head words typical
challenge: challenge otp captcha sms 3ds verification verify code friction step
dispatch: assign assigned dispatch dispatcher courier driver match rider
`
