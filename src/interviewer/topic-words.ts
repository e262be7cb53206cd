/**
 * How people ask for what is wanted and what there is, as phrases in the language of a flow. A line begins with the
 * topics of facts that it is about; where a problem has facts of several, all of them are meant.
 */
export const TOPIC_WORDS = `
goal: goal | objective | aim | kpi | north star | success | optimise for | we optimise | optimising
  | want to optimise | do we optimise | trying to optimise | trying to achieve | trying to improve
  | try to achieve | try to improve | want to achieve | want to improve | should we achieve | to achieve
  | actually improve | purpose | why are we | why now | business want | company want | company hope
  | management want | business need | business care | main metric | primary metric | key metric
  | which metric should | what metric should | which metric | what is the metric | maximise | minimise
  | minimising | reduce + or | matters most | care most | problem are we solving | what do we want
  | what do you want | want from this | what are we after | target + management | target + board
  | business case | business value | business outcome | desired outcome | point of this | metric + improve
  | metric + move | pain point | reason for this project | what target | motivation | judge whether
  | project worked | leadership | stakeholder | definition of success | for the business | business metric
  | which outcome | what outcome | win here | consider a win | why do we build | why build | what problem
  | trying to solve | by how much | how will we know that + worked | what is the point | reason for
  | want to move | end goal | ultimate goal | hope to | hoping | why do we need | why does the company
  | value for the business | care about | wrong with the current | point of view | target accuracy
  | what is desired | is desired | do we want more | do we want fewer | objective or | business point of view
  | successful suggestion | measured by | which business | business result | make + successful
  | would make this | is + the target | more important | more important than | profit | helps the business
  | help the business | by how much should | to gain | what we optimise | be successful
secondary-goal guardrails: guardrail | secondary goal | second goal | secondary metric | other goal
  | other metric | counter metric | must not get worse | not get worse | must not drop | not drop | not fall
  | may not suffer | not suffer | side effect | allowed to drop | tolerable | acceptable false
  | acceptable rate | false positive rate + acceptable | tolerate | friction | satisfaction | annoy | csat
  | user experience | besides the goal | what else matters | also care about | not to harm | must not harm
  | constraint on quality | afford to lose | how strict + requirement | trade off | health metric
  | negative feedback | do not break | may we block | how many + may we | what else should not
  | what would be a bad outcome | unacceptable | metrics we must protect | protect | keep constant
  | quality bar | customer experience | side effects | must stay | do we care about + too | also care
  | precision must | what precision
scale traffic: how many + per day | how many + a day | how many + daily | how many + each day
  | how many + every day | how many + per minute | how many + per second | how many + per hour
  | how many + per month | number of + per day | number of + daily | how many user | how many request
  | how many customer | active users | daily users | monthly users | volume | traffic | qps | rps | tps
  | scale | how big | how large | load | throughput | dau | mau | peak | requests per user | per user per day
  | number of requests | number of users | how much traffic | how busy | size of the problem | users per day
  | how often + called | how many + in total | combinations | load should | plan for | sense of the scale
  | size of the | daily volume | request volume | number of | at peak | how many areas | order of magnitude
  | how much volume | how many do we get | concurrent | how many + are there | per user | how heavy
  | requests come in | come in per | should we expect | how much comes in
latency rhythm: latency | how fast | how quick | how quickly | response time | real time | time budget
  | time limit | time constraint | how long may | how long can | how long must | how long + wait
  | how much time | how many ms | ms | p99 | p95 | sla | slo | batch or | or batch | online or | or online
  | batch | synchronous | deadline for a response | respond within | answer within | time to respond
  | time to answer | time to decide | compute time | before it goes | how long do we have to answer
  | how fast + respond | how quick + answer | fast enough | instantly | speed requirement | some minutes
  | how often + score | first token | inference time | limits on + time | how long can it take
  | how long may it take | how long can + wait | how long + to return | for returning | precompute | inline or
  | asynchronous | online inference | offline or | must + be available | must + be ready | when is + needed
  | deadline for showing | deadline for the prediction | deadline for an answer | turnaround | block the flow
  | sla on | time per request | time limit per | how soon do we have to answer | how long do we have for
  | how long do we have | takes too long | respond + within | decide within | how much delay | latency target
  | latency budget | per prediction + time | interactive | how soon after the request | on the fly
  | wait for an answer | computed online | be calculated | be computed | acceptable | users accept
  | maximum response time
labels: ground truth | label | what counts as | count as | counts as | how is + labelled | who labels
  | who decides that | define | defined | definition | target variable | positive example | positive label
  | positive class | a positive | negative example | is + a negative | deemed | considered a | when exactly
  | what exactly is a | how do we know that | how do we know whether | annotators | annotator
  | trust the label | label quality | noisy label | true outcome | which events | what feedback
  | which feedback | supervision | training target | what do we predict | labelled data | do we observe
  | how accurate is the recorded | reliable are the labels | reliable is the label | human labelled | rated by
  | gold | agree | agreement | how do we label | labelling | get labels | where + labels | source of labels
  | what do we call | how noisy | correctly labelled | interactions + record | interactions do we
  | what interactions | disagreement between | disagree | who annotates | training labels | counted also
  | counted as | is it counted | who records | always the correct | always correct | when do we call
  | call + correct | how do we know + was | can we trust + label
label-delay: label delay | delay + label | delayed feedback | delay | lag | when do we know
  | how soon do we know | until we know | how long until | how many days until | until + know
  | when do we find out | when do we learn | how soon do we learn | soon + learn | when do we hear
  | hear about | find out + when | find out | days pass | days + wait | feedback delay | when + outcome
  | how long does it take until | take until | take + to show up | shows up in the log | show up in the data
  | labels arrive | labels available | arrive + when | when are + final | when is + final | when is the label
  | when is + complete | come in + until | comes in | how late | get the label | mature | how long + closed
  | when do + arrive | till we know | how long till | lag between | when do we know if
  | when do we know whether | known immediately | how long before we | how long before | time until
  | wait for the label | time to label | long does the outcome | outcome known | how much time should pass
  | time should pass | before i can say | before we can say | resolved | how quickly + resolved
  | how fast + resolved | when do + get discovered | discovered | get found out | when is + known
  | when is the true | true + known | hear back | is it final | how long does it take for | take for + to be
  | how late do + come in | how late do + arrive
history: how much data | how much + data | how many months | how many years | how far back | historical data
  | historical | history | past data | training data | data do we have | data is available | what data
  | which data | logs | archive | records | stored | dataset | data set | how long + stored
  | how long are + kept | how long is + kept | retained | days + kept | retain | what logs | from what period
  | since when | data go back | go back | how many rows | to train on | train on | to learn from
  | existing data | how many labelled examples | annotated | past decisions | size of the historical
  | been logging | query logs | historic | how much past | labelled dataset
  | how many labelled | how many examples | training examples | how many samples | examples do we have
  | size of the dataset | over what period | years worth | months worth | since when do we
  | how long is the + history | in the archive | how many + stored for training | do we have a year
features context: features | what feature | which feature | signals | available at prediction time
  | at the time of prediction | which inputs | what inputs | inputs are | which attributes | what attributes
  | what information | which information | which fields | what fields | fields does | metadata
  | what do we know about | know about a | know about each | know about the | data do we have about
  | which data + about | what data + about | data + person | kind of data | information about | context
  | besides the | other data than | what + contain | columns | at hand | profile | missing values
  | missing data | sensor data | comes with a | weather | structured info | signals are collected
  | attributes are recorded | live information | inputs do i have | in real time + inputs | location known
  | recorded about | do we know where | available to the model | what else do we know | additional data
  | external data | which data + have | data + about | do we see the | know the user | attributes do | feeds
  | do we get + feeds | images and text
freshness: how fresh | fresh | freshness | stale | how stale | how often + update | how often + change
  | how often do + change | how often + refresh | how frequently + change | how frequently + updated
  | up to date | how soon must | how soon do + need | how quickly must | how quickly do + appear | immediately
  | newly added + appear | recently | how current | show up in | how soon + appear | must + appear
  | appear + within | reflected | re-indexed | searchable | update frequency | streaming | real-time features
  | how old may | how old can | how fast do things change | newly + be able | set of + change over time
  | change over time | how quickly should | how quickly + new | how soon should | how soon + new
  | real time updates | near real time | last minute | propagate | how often is + rebuilt | refreshed
  | trends come and go | come and go | how often do + send | how often does + send | react on trending
  | trending | how long do + last | how long does + last | how fast do + come | start and end
  | how quickly do + start | news | how recent | data about + recent
costs: cost of + error | cost of + mistake | cost of a wrong | cost of + false | cost of + missed
  | which error | which mistake | which is worse | worse than | is + worse | what is worse | more expensive
  | costs more | cost more | cost us | consequence | cost + wrong | cost + missed | cost + mistake
  | cost + bad | cost vs | costs vs | what does + cost | how expensive is | how costly | costly is
  | how much do we lose | lose on | loss per | lose if | how bad | harm of | damage | penalty | false positive
  | false negative | over or under | over and under | overpredict* | underpredict* | overestimat*
  | underestimat* | happens + wrong | wrong result | false alarm | price of a mistake | cost of being
  | what if we are wrong | lost + cost | worth | value of a | asymmetric | symmetric | money is lost
  | money + lost | hurts us more | hurts more | hurt more | cost of not | which hurts
  | trade off between false | more harmful | more painful | relative cost | cost of each | lose when
  | loss when | cost of an | damage of | price of sending | in money | how harmful | if we are wrong
  | the harm | suffer more | too optimistic | too pessimistic | how bad is it | suffer from
`
