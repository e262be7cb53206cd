/**
 * How people ask in passing for a topic, terse, chatty or in jargon, as phrases in the language of a flow. A line
 * begins with the topics of facts that it is about; where a problem has facts of several, all of them are meant.
 */
export const SPOKEN_WORDS = `
goal: got better | success criteria | success criterion | count as success | call it a success | was a success
  | was worth it | worth doing | why bother | what are you hoping | are we minimising | are we maximising
  | are we optimising | what should i optimise | should i optimise | optimise for | what does good look like
  | does good look like | where do you want to be | where we want to be | want to get to | have to reach
  | is there a target | target for | numeric target | target number | the business after | business actually after
  | business angle | business problem | the driver | bottom line | who is asking for this | headline metric
  | business kpi | okr | what is the win | what would make + happy | make + happy | which number should
  | what number should | number should move | move the needle | improve precisely | trying to reduce
  | trying to fix | are we trying | we trying to | what is broken | in one sentence | main pain | biggest pain
  | how will success be | measure success | measuring success | how do you measure whether | project succeed
  | would you be happy | you be happy with | end result | in six months | big picture | raison
secondary-goal guardrails: guardrails | must we not | what must not | may not fall | cannot get worse
  | cannot drop | not make worse | make worse | anything we must not | do no harm | collateral | collateral damage
  | at the expense of | counter balance | opposing metric | competing goal | competing objective | watch out for
  | keep an eye on | barely notice | precision floor | floor for | minimum precision | hard limit on quality
  | red line | red lines | push back on | get upset | get angry | upset + about | complain about + if | other side of the
  | too many good | hurting good | stay happy | happy + too | good ones + suffer | balance against | trade off against
  | not sacrifice | turning away | turn away
scale traffic: per day and | volume per day | volumes | scale of the | how much comes | number of + per
  | how many + on a | roughly how many | peak load | peak factor | peak traffic | daily numbers | how many calls
  | requests per day | requests a day | what size | size of the operation | how big is the operation
  | how many a day | how many an hour | a day | on a typical day | on a busy day | on a normal day | busiest
  | at the busiest | spikes | spiky | bursty | rush hour | ballpark | per day on average | number of predictions
  | how many predictions | calls per day | how large is the user base | user base | mau and dau | peak vs average
latency rhythm: ms do i have | how many milliseconds | milliseconds | how long do i have | how long do i get
  | how long does + wait | how snappy | snappy | sla for | response sla | latency requirements | latency constraint
  | time limit for | inline | in line or | blocking call | blocking or | block while | in the request path
  | critical path | hot path | nightly or | or nightly | batch job or | job or live | live or batch | online vs
  | online scoring | offline scoring | can i precompute | can we precompute | time window | compute window
  | how late can | how slow can | how slow may | time from + to | seconds do we have | minutes do we have
  | at what time do + need | by what time must | how quickly need we | quickly need we | how quickly does it | on the clock
  | before + gets slow | gets slow | round trip | time do i get | time do we get
labels: what is my label | my label | target exactly | exact definition | precise definition | for the label
  | count as positives | as positives | as positive | as negatives | as a negative | as a positive | treat it as
  | definition of | where does + label come | where do + labels come | come from + label | labels come from
  | who says | who tells us | how is it determined | determined that | how do we know when | really got there
  | source of truth | positive signal | learn from what signal | signal to train | what do i train on + signal
  | y variable | response variable | how clean are the labels | noise in the labels | label noise
  | trustworthy | what does + mean exactly | mean exactly | means exactly | what constitutes
  | do they count | does it count | does that count | would that count | counts too | true negatives | proxy for
  | inter annotator | annotator agreement | who marks | marked as | is the + ground truth
label-delay: weeks later | days later | months later | later that | only learn | only know | how long to know
  | long before i know | how quickly do we learn | how fast do we learn | when does the truth | truth come in
  | when does it become clear | becomes clear | when will i know | when would i know | turnaround of labels
  | feedback loop + long | how long is the feedback | time lag | lag of the | latency of the label | late labels
  | label lag | outcome known | numbers land | when do + land | when do + show up | when do they show up
  | how long until + label | delayed labels | delay of the | how late are the | arrive with a delay
  | how soon is the | how soon are the | wait before training  | do + get a label at all
  | when is it settled | is settled | when can i train | confirmed after | get confirmed | censored
history: archive | the archive of | how big + archive | how far does + go | for how many years | for how many months
  | how many years | how many months | how long the logs | logs go back | logs reach back | data volume
  | amount of data | how much training | how many labels | how many labelled | past + stored | past + kept
  | have kept | is kept | keep old | kept old | old data | past records | past logs | log retention | data retention
  | training set | size of the training set | how large is the training | what history | logged and for how long
  | logged how | how deep is | how long have we been | have we been logging | previous data | historic records
  | back in time | time span | snapshots | how many rows | can i train on | what can i train on | what do i train on
features context: what data do i get | data do i get | which signals are in there | signals are in there
  | can i feed in | feed in | feed it | feed the model | anything else i can | available as input | as input
  | as inputs | what goes in | goes into the model | what can the model see | can the model see | model input
  | model inputs | comes with each | come with each | comes with the | get with it | what comes with | alongside the
  | attributes | attributes do | data points | what is in the request | in the request | payload | request payload
  | what does a record look | record look like | known at the time | known at + time | what is known | do we know anything
  | know anything about | signals do i | signals do we | fields do i | anything missing | often missing | often empty
  | are empty | is it complete | how complete | sparse fields | gaps in the data | side information | additional signals
  | information do i | information do we | data do we see | what can i use | which data can i use
freshness: how often may we retrain | how often do we retrain | how often + retrain | retrain | retraining | batch only
  | realtime or hourly | hourly or | updated in real time | counters available | real time counters
  | how quickly do changes | how quickly + change | how fast do + change | how often do + get updated | get updated
  | get refreshed | refreshed how | updated how | how old is | how out of date | out of date | time to live
  | need to be live | has to be live | be live | be visible | become visible | visible within | findable | how soon after
  | how soon does | pick up changes | pick up on | picked up | need to reflect | have to reflect | must reflect
  | reflect + changes | index update | update the index | change a lot | changes a lot | how stable | stable over
  | how dynamic | dynamic | how volatile | volatile | last minute changes | after the cut | been cut | breaking
  | how long is + valid | goes stale | go stale | how lively | streaming or | stream or | real-time or
costs: fp vs fn | fn vs fp | fp and fn | fps | fns | cost of fp | cost of a miss | cost of one | price of a + wrong
  | price of wrongly | price of getting it wrong | relative to letting | worse to | what is worse | worse for us
  | worst mistake | hurts most | what hurts | more than under* | more than over* | hurts more than | cost ratio
  | cost matrix | cost function | costs of each | dollar value | money value | what is + worth | worth to us
  | worth to the business | how much is a | how much is one | how expensive is a | costs us | cost us if
  | what do we lose | lose per | loss of a | lose by | price tag | put a number on | put a price on | in dollars
  | what happens if we are wrong | being wrong | get it wrong | getting it wrong | one short vs | too many vs
  | vs one too many | too much vs | miss or | missing one | letting one through | let one through | let through
  | slip through | slips through | false accept | false reject | mistake cost | cost asymmetry | bad is it if
  | how bad is a | how bad would | stakes | what is at stake
`
