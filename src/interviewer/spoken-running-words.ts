/** How people ask in passing for how it is run, bounded and tested, as `spoken-words.ts` does for what is wanted. */
export const SPOKEN_RUNNING_WORDS = `
budget: spend limit | spending limit | what can i spend | can i spend | what can we spend | spend on infra | cash
  | cost cap | cap on cost | cap on spend | constraints on cost | cost constraints | cloud bill | bill limit
  | monthly bill | money is there | money available | how much money | how much may i | may i spend | cloud budget
  | price per | cost per call | cost envelope | envelope | financially | cost ceiling | funds | financial limits
  | what does it cost to run | cost to run | too expensive | how cheap | expensive to run | serving budget | infra spend
team: who is on it | who is doing | who does this | doing that | group doing | who will do | who will work | head count
  | colleagues | who is building | building it | building this | when do you want to ship | want to ship | want to launch
  | to ship | to launch | when should it | when must it be | go live when | in what time frame | how many of us
  | how much time until | first release | first version | mvp | deadline and | by which date | what date | team look like
  | how is the team | team composed | team composition | who do i work with | work with me | how many hands | people do i have
  | people are on | delivery date | time to market | when do we need + live | when is it due | when does it have to
  | time + for the project | time + until launch | time to build | time to deliver | time + to ship | weeks do we have
  | months do we have | how long + project | how many people | how many folks | staffed | who is involved | how soon do you want | launch planned
privacy: who may see | who can see | may see what | allowed to live | where + live + allowed | may + store
  | how long may + kept | can we keep | are we allowed to look | allowed to look | look at the content | read the content
  | sensitive | personal stuff | personal details | what am i allowed to use | am i allowed to use | opted out of
  | privacy rules | privacy constraints | privacy limits | privacy issue | privacy issues | privacy concerns
  | gdpr stuff | users who refuse | refuse tracking | stay in the region | leave the region | leave the company
  | leave the country | cross border | data residency | delete on request | deleted on request | deletion requests
  | forgotten | what may we store | store what | encrypted | anonymous | hosted outside | external api
  | send data to | third parties
constraints: legal stuff | legal things | legal side | legal issues | legally required | legal requirements
  | any legal | regulatory constraints | regulation around | regulations | compliance requirements | compliance issues
  | disclose | have to disclose | have to explain | need to explain | must we explain | explain a | explain why
  | explain to | give reasons | give a reason | tell them why | be told why | right to an explanation | to justify
  | allowed by law | by law | what is forbidden | is forbidden | anything forbidden | not allowed | taboo
  | black box | is a black box ok | auditors | audited | external rules | contract says | in the contract
  | contracts | discriminat* + rules | protected attributes | treat people differently | different customers different
  | show different | legally | lawsuit | liable | policies we must | must comply | comply
actions: in my toolbox | toolbox | yes no or | only yes no | just yes no | something in between | in between
  | what can i do with | softer options | softer option | other options | what options | options do i | block only
  | only block | only warn | what physically happens | physically happens | happens when the model says | model says
  | happens with the output | happens to the output | happens with the score | happens after | what happens next
  | what happens to a | what happens then with | score used for | score is used | used for sorting | used only for
  | output look like | output format | expected output | what is the output | what is the product | deliverable
  | do i return | do i output | should i return | should i output | what should come out | come out of the model
  | which surfaces | surfaces | which side | where is it shown | what gets decided | who decides in the end
  | final say | final decision | last word | human decide | automatic or | automatically or | fully automatic
  | act on it | act on the | act upon | can we act | do about it | in our hands | in my hands | am i in charge
  | what is mine | do i own | scope of | possible reactions | possible responses | consequences for
baseline: running now | running today | what is running | is running now | some model in production
  | already some model | model already | existing one | today look like | do it today | done today | currently done
  | currently working | currently predicted | predicted currently | currently decided | currently handled | handled currently
  | handled today | handled now | handle it today | handle this today | works at the moment | work currently
  | what do we have now | what do you have now | do we have now | have today | use today | used currently | old system
  | old model | old approach | to beat | beat + by | what am i replacing | am i replacing | what would i replace
  | improve on | improving on | starting point | start from zero | from zero | is there anything yet | anything yet
  | anything running | how good is it | good is today | how good are we | accuracy now | accuracy today | current accuracy
  | current performance | performance today | current numbers | how are we doing | where do we stand | rules or ml
  | rules or a model | manual process | as of now | as is | been tried | tried before | already tried
imbalance: what % | % of | what percent is | how rare | how rare is | what share is | what fraction is | fraction is
  | share is | how much of it is | how much of the | how many of them | of all | one in how many | what base rate
  | rates | funnel | through the funnel | that convert | converts | how many convert | conversion through | prior
  | prior probability | class ratio | class distribution | class skew | pos rate | positives vs negatives
  | ratio of | ratio between | average ctr | typical rate | average rate | how likely is | how probable | spread of
  | long tail | tail | variability | how concentrated | how unbalanced | balanced data | rare event | rare class
  | how often is it | how often does that | how often does this | how frequently does
exposure selection censoring offers-log: randomized | any randomised | any random | random sample | random traffic
  | random slice | explore | room to explore | can i explore | can we explore | holdout that we let | let pass
  | let + pass | let some + through | what would of happened | would of happened | would have happened | happened with the ones
  | ones we blocked | ones we rejected | ones we declined | rejected ones | declined ones | blocked ones | the others
  | ones we skipped | ones not shown | not shown | never see what | never see | never learn what | never observed
  | not observed | unobserved | only observe | contaminated | polluted | tainted | influenced by | confounding
  | past interventions | by interventions | past actions | previous policy | old policy | logging policy
  | on top + clicked | because they are on top | position effects | self selection | selection effect | survivorship
  | ever checking | anyone ever checking | ever checks | ever looks | does anyone check | unlabelled ones | accepted ones
  | passed ones | feedback effect | shape the data | shapes the data | influence the data | influence + behaviour
  | does the + itself influence | itself influence | itself change | off policy | missing not at random | propensities
capacity: headcount + review | review headcount | reviewer headcount | moderator headcount | how many can they
  | how many can be | how many can we | can they do | can they check | can they look | can they process | manpower for
  | staff for | staff capacity | human capacity | humans available | humans check | human check | human being check
  | a human look | a human being | a person look | person looks | looked at by | checked by | by people | who reviews
  | who checks | review queue | queue capacity | throughput of the | size of the review | limit on how many
  | max number of | maximum per day | per day can | bottleneck | logistics | escalate | escalation
fallback: falls over | fall over | falls over at | fail open or | open or closed | scoring is down | if i am down
  | if we are down | service down | we crash | if it crashes | we are offline | never arrives | does not arrive
  | doesn't arrive | not arrive | doesn't come | does not come | if nothing comes | come back in time
  | without a score | without a prediction | without a result | without my | what do they do if | what gets shown then
  | my service times | safety net | contingency | emergency | disaster | plan for outages | is missing what
  | default behaviour | default behavior | if we are late | too late | we time out | exceeds the | no result
  | what then | goes wrong in production | unavailability | availability requirements
serving box model: plug into | plug in | plug it | what infra do we | infra do we run | gpus for | gpus can i | gpus do we
  | how many gpus | do we have gpus | where does the model run | model run | runs where | runs on | running on what
  | what does it run | on which machines | what machines | machines do | what boxes | production environment
  | prod environment | target environment | deployment target | deployment environment | on device | on-device
  | client side | server side | how do i get called | how am i called | who is calling | who will call | call me
  | calls me | calls the model | where do i sit | where does it sit | sit in the | fit into the system | fit in the system
  | get to the front | output get to | output delivered | how is the output | write the output | hand over the result
  | system landscape | landscape | existing infrastructure | infra available | available infra | what stack | compute is
  | compute can i | computing power | feature store | model server | message queue | kafka
experiments: how do you experiment | do you experiment | experiment then | experiments set up | set up experiments
  | a/b this | a/b | we ab | ab it | run tests | run a test | test setup | test safely | how do we test | how do i test
  | how can i test | how can we test | how would one test | how to test | how do you test | testing in production
  | roll it out | how do we roll | can we roll | rolling it out | go live gradually | gradual | gradually | gradual rollout
  | phased | ramp | ramp up | how big can the experiment | how long can a test | how long does a test | significance
  | minimum detectable | detectable effect | power of | by user or by | unit of randomisation | randomisation unit
  | can we randomise anything | randomise anything | randomise at | cluster randomised | switchback | interleaving
  | contaminate each other | treatment leak | leak between | arms | both arms | share + between arms | offline only
cold-start new-viewers: nobody has seen | no one has seen | seen yet | without any track | any track record | track record
  | no track record | launched this week | joined this week | arrive today | this week | new ones | brand-new | first time
  | first timers | first-time | first visit | how many are new | share of new | share are new | how many new | number of new
  | new every | new each | how often do new | new + per day | new + per week | how many join | sign up each | never used
  | never been | never had | no past | no data yet | no data on | no clicks | without clicks | no sales | no record
  | from scratch for | onboarding | fresh accounts | just arrived | just started | newbies | newbie | new kids
  | new region | new market | new regions | go to a new | open a new | opening new | next country
adversaries: who is behind | behind it | who's behind | try to get around | try to evade | evade it | evade us | evade the
  | work around our | workaround | circumvent | bypass | exploit | exploit the | exploit us | game it | game us | trick us
  | trick it | fool us | fool it | fight back | fighting back | respond to our | probing | probe us | professional
  | organised | organized | script kiddies | sophisticated | motivated | cat and mouse | arms race | malicious actors
  | bad guys | crooks | criminals | fraud rings | rings | coordinated | hackers | people cheat | do people abuse
inventory: catalog size | catalog | size and churn | how many open | open positions | number of open | how many different
  | how many live | live right now | at any moment | at any time | at one time | pool size | candidate pool
  | candidate set | how many do i choose | choose from | pick from | how much content | how many + to choose
  | how many ads | scoring per request | per request + score | supply
fairness groups: fairness across | fair chance | get a fair | treated fairly | small sellers | minorities | minority groups
  | across gender | by gender | gender bias | disparate | parity | bias towards | biased against | stands in for | stand in for
  | proxies | proxy for race | zip code and | harder by | hit harder | some regions
quality: can i trust | trustworthy + data | is the data clean | accurate are the records | correct are the | mess | messy
  | up-to-date are | wrong in the data | same thing twice | near duplicates
safety: who decides what is allowed | must never be | never show | never appear | banned content | forbidden content | taken down
languages coverage: which languages | what languages | in english | many languages | non english | other languages
  | german or | speak
drift seasons season: seasonal effects | seasonal patterns | time of year | time of the year | summer | christmas
  | special days | over time | does it drift | shift over
effect offer-effect: any evidence | evidence | does it make a difference | make a difference | actually change anything
  | change anything | really work | do anything | proven | actually work | how well does it work | does + help
challenge: otp | 3ds | step up | step-up | sms code | second factor | extra check | extra step
appeals: can they complain | overturned | objection | ask for a review | second opinion
causes reasons: why don't they | why do they | why are they | asked them | what makes people | what makes them | driving + away
format: pixels | how tiny | colour or | color or | grey or | grayscale | image size | how long are the
queries: how repetitive | repetitive | how long are the queries | head or tail | unique queries | number of words | query length
sampling: downsampled | subsampled | sampled in any | sampled or | thinned | all negatives | every negative | keep all + negatives
dispatch: already know the | know who will | who gets assigned | assignment
`
