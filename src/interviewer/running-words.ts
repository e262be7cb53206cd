/**
 * How people ask for how it is run, bounded and tested, as phrases in the language of a flow. A line begins with the
 * topics of facts that it is about; where a problem has facts of several, all of them are meant.
 */
export const RUNNING_WORDS = `
budget: budget | how much money | money | spend | compute cost | cost limit | limit on cost | may cost
  | may it cost | can it cost | allowed to cost | may + cost | can + cost | how expensive can
  | how expensive may | cost per thousand | cost per request | cost per prediction | serving cost | infra cost
  | infrastructure cost | what can we spend | afford | pay for | how much can we pay | dollars | cost ceiling
  | running cost | cost constraint | infra budget | budget for gpus | gpu budget | how much can we spend
  | may + cost per month | much compute can we use | how much + spend | per month + cost | cost target
  | price limit | cheap | limit to the cost | max cost | maximum cost | monthly budget | cost of running
  | any cost limit | how much may we
team: team | team size | how many engineer | how many people + work | how many people + build | how many devs
  | how many developer | who builds | who maintains | who is working | who works | work on this
  | working on this | who will + build | who will be building | who is going to work | who is on
  | on the project | headcount | staff | staffing | deadline | timeline | by when | when + launch
  | when + ship | go live | man power | manpower | resources do we have | what resources | time frame
  | timeframe | how large is the team | size of the team | big is the team | when is the deadline
  | whens the deadline | time do we have to build | how much time + to build | time to build | maintain
  | maintained | who owns | how long do we have to build | launch date | release date | due | start date
  | project plan | months do we have | at my disposal | who do i have | how many developers | who is available
  | people available | how much manpower | how many of us | of us will | of us work
privacy: privacy | gdpr | hipaa | pii | personal data | personal information | consent | opt out | opted out
  | opt in | sensitive data | data protection | anonymi* | confidential | may we use | how long can we store
  | how long may we keep | how long may we store | can we use + data | are we allowed to use
  | allowed to store | can we store | how long are we allowed | allowed to keep | may we train
  | where may + processed | may + leave | erase | who may read | who can see | personalise | personalize
  | private | medical data | use + location data | third party | third-party | read + bodies | hipaa style
  | leak | outside service | share data | user data be used | data residency | can we keep | store personal
  | tracking | permission | gdpr + data | traces retained | how long are + retained | retention limits
  | right to | how long is + retained | may be kept | in scope | permitted to | are we permitted
  | what people upload
constraints: legal | law | legally | illegal to | is it legal | regulation | regulator | regulatory
  | regulated | compliance | restriction | constraint | rules | special rules | audit | court | explain
  | explainable | explanation | explainability | interpretable | reason code | justify | licence | license
  | prohibited | forbidden | mustn't use | must not use | not allowed to use | attributes + use | minors
  | lawyers | contractual | transparency | limits from | off limits | legal limits | policy constraints
  | hard constraints | any restrictions | obligations | accountable | any laws | lawful
  | sensitive information | have to avoid | avoid using | treated differently | contractual constraints
actions: what can we do | what could we do | what can be done | what action | which action | intervention
  | lever | which decisions | what decision | which decision | allowed to do | what do we return
  | what do we output | have to output | to output | what do we deliver | should we return | do we return
  | must we return | how is + used | what is done with | with the prediction | with the score
  | use the prediction | what range | options do we have | can the system take | system take | does it just
  | do we only | only + or also | may the bot | may we ask | can we ask | ask the user | what do we control
  | upper bound | lower bound | options are available | enforcement options | allow or | captcha
  | system return | return to the | shadow ban | how will + be used | what do we do with the output
  | what do we do when | who acts | acted upon | result used | output used | do with the result | knobs
  | what are we allowed | can we also | multiplied with | supposed to do with | low confidence
  | what will be done | be done with | done with the prediction | what goes out | what values | values can
  | apart from + else | range of values | else can be done | only flag
baseline: current system | current model | current solution | current process | current rank | current filter
  | current software | current version | existing system | existing solution | existing model
  | existing approach | in place | today | in production | at present | at the moment | right now | currently
  | already use | already in use | is there already | exist already | status quo | legacy | baseline
  | how is it done | how do they | is used today | what exists | what runs | running in production
  | present system | present filter | is used at present | done now | produced now | solved now
  | is there a model | being replaced | replace | existing classifier | existing recommender | existing ranker
  | existing tool | existing rule | replacing | from scratch | starting from | rule based | approach is used
  | used now | is there an existing | what approach | work today | works today | work now | works now
  | work at the moment | greenfield | compare with | compare against | compete against | have to beat
  | its error | its performance | how does it perform | how well does the current | do today | doing today
  | any ml today | today's | heuristic | sets the + now | ml based | competing against | good is the current
  | nowadays | active now | kind of + now | based on now | who provides | provides the
imbalance: base rate | how rare | how common | how often do people | how often does it | share | percentage
  | percent | fraction | proportion | portion | prevalence | what rate | rate of | imbalance | class balance
  | ctr | conversion | conversion rate | click rate | how many of + are | skewed | how skewed | how sparse
  | positive rate | positives | distribution | distributed | heavy tail | typical | on average | how often is
  | how imbalanced | imbalanced | what proportion | proportion of | how frequent | how frequently do
  | how unusual | minority class | how many percent | chance of | probability of a | split between
  | length distribution | balanced classification | average duration | variance
exposure selection censoring offers-log: bias | biased | selection bias | position bias | position effect
  | popularity | explor* | randomised traffic | random traffic | ever randomised | was + randomised
  | randomised in the past | feedback loop | counterfactual | would have happened | ever find out
  | ever learn whether | ever know | do we ever | do we see what | only see | only have + for | only + shown
  | labels only for | over-represented | overrepresented | rich get richer | missing outcome
  | outcome of + declined | outcome of + blocked | never shown | ever inspected | control group
  | self-fulfilling | self fulfilling | influences what | change what people | in the logs + random
  | treated in the past | position + influence | influence whether | position on the | affect what + see
  | logged policy | exploration | randomised | causal | confounded | skew in the data | representative
  | concentrated | biased by | logs biased | are the logs
capacity: how many reviewer | how many moderator | how many human | how many agent | how many analyst
  | how many inspectors | human review | manual review | manually review | review team | reviewers
  | moderators | review capacity | capacity | how many cases | handle per day | can each handle
  | can they handle | by hand | human in the loop | second look | analysts | how many calls | calls can be
  | maximum number of | cap on | limit on the number | capacity of human | team that checks | checked manually
  | checks + manually | uncertain cases | human fallback | borderline cases | manually
  | how many + can be reviewed | reviewed per day | how much work can | staff capacity | analysts available
  | checked by + per day | can be checked | experts | by experts
fallback: fallback | fall back | is down | are down | goes down | down | fail | fails | failure
  | backend fails | outage | timeout | time out | times out | unavailable | not available | crash*
  | does not answer | doesn't answer | don't respond | do not respond | does not respond | doesn't respond
  | no answer | no response | too slow | not ready | isn't ready | not in time | default if | default when
  | degrade | breaks | broken | fail open | fail closed | without an answer | can't answer | cannot answer
  | is late | stops working | what if + crash* | fallback behaviour | scoring fails | happens if + fails
  | happen if + fails | happens when + fails | if the service | if the model | if we cannot | degraded
  | graceful | plan b | backup | hears nothing | hear nothing | slower than the deadline | miss the deadline
  | misses the deadline | in time what | nothing in time | default queue | staff do if | what do + do if
  | price if we | our backend is down | if the batch
serving box model: serving | gpu | cpu | tpu | hardware | infrastructure | infra | machines | which machines
  | who calls | upstream | downstream system | caller | accelerators | where + run | where does it run
  | run on | edge or cloud | cloud or edge | compute available | compute is available | compute situation
  | compute resources | integrate | integrated | integration | api or | or api | interface | what systems
  | connect to | connected to | tech stack | consumed | consumer of | servers | architecture today
  | deployed where | serve on | what infra | compute do we have | what compute | deployed | deployment
  | where would + run | serving stack | which service | service calls | calls our | calls us | environment
  | on premise | on-prem | cloud provider | memory | accelerator | hosting | where does + live
  | backend look like | how will it be called | who consumes | consumer | which team calls
  | what does the backend | resources available | compute capacity | hosts | resources do we have at
  | get to the + result | how will the results | where do our | inference possible | results get to
  | delivered to | separate service | or in a | in the same service | part of the + service
experiments: ab test | a b test | experiment | holdout | treatment and control | treatment group
  | control + interference | randomise by | randomise who | can we randomise | randomise if | randomise users
  | interference | spillover | network effects | split + test | tests split | online test | test online
  | test this | test it | test live | live test | pilot | rollout | roll out | canary | shadow
  | run an experiment | experimentation platform | experiment platform | experimentation | online experiment
  | shadow mode | live experiment | evaluated online | evaluate online | measure impact | measure the impact
  | impact in | how long do + tests run | launch decision | decide to launch | ab | randomised experiment
  | randomize | unit of | how was this tested | tested in the past | split experiment | randomised trial
  | user split | could we randomise | how would we + test
cold-start new-viewers: cold start | no history | without history | without + history | never seen
  | just joined | just created | just installed | brand new | newcomers | new user | new customer | new item
  | new + without | new product | new store | new restaurants | new creators | newly | unseen
  | no clicks so far | have no + so far | fresh creators | new accounts | newly created | is created
  | gets created | unknown to us | new to us | how do we handle new | what about new | new countries
  | new city | new cities | get introduced | recently created | created recently | recently joined
  | first session | just launched | launching in | newly launched | expanding | very first | new entities
  | we have never seen | without any data | no data about | little data | promises to new | released today
  | uploaded today | with few
adversaries: attack | attacker | attackers | abuse | adversar* | cheat | game the | gaming | manipulate
  | manipulation | evade | get around | spammers | spam | bad actors | fraudsters change
  | change their tactics | tactics | jailbreak | prompt injection | trick the | bots | malicious | misuse
  | poison* | scam | fake + ads | adapt | try to evade | actively try | adversarial | outsmart | abuse the
  | fool the | react to our | how clever
inventory: catalogue | inventory | corpus | how many items | how many listings | how many jobs
  | how many videos | how many articles | how many products | pool of | size of the pool | knowledge base
  | how many pictures | how many candidates | turnover | how many + compete | get added
  | how big is the catalogue | how many active | how large is the index | size of the catalogue | index size
  | number of items | number of products | number of videos
fairness groups: fair | fairness | bias against | unfair | demographic | protected | discriminat* | ethnic*
  | between groups | zip code | postcode | equal treatment | treat + equally | equally | treated the same
quality: quality of the | data quality | clean | duplicates | duplicate | outdated | contradict*
  | trust the + data | stock records | how accurate is the data | reliable + data | error in the data
safety: unsafe | illegal content | illegal or | blocklist | blacklist | block list | who filters
  | takes care that | moderation | already filtered
languages coverage: language | languages | english | english only | multilingual | locale | translated
  | multi-language | multi language | multiple languages
drift seasons season: season | seasonal | seasonality | drift | over the year | change over time | holidays
  | winter | trend over
effect offer-effect: how effective | effective | do they help | really help | actually help | does it help
  | do they work | how well does + work | effect of the | uplift
reports: report | user reports | flag | how reliable are user
appeals: appeal | dispute | complain | object to | contest | second chance
causes reasons: why do people | why don't people | why people | the reasons | reasons why | know why
  | root cause
format: resolution | how large is a | how long is a | how small are | file size | on avg
queries: how long are queries | typical query | typical queries | kinds of queries | how long are + queries
horizon: horizon | how many days ahead | how far ahead | days ahead | forecast ahead
network: network | bandwidth | internet connection | link to the
forecast: forecast | is demand predicted | predict demand
dispatch: who matches | dispatch | assigned
contact: how often + contacted | contact limit | be contacted
sampling: subsampled | downsampled | are the negatives
`
