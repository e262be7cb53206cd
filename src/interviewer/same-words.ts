/** Words of questions that ask for the same thing, a group on each line; the longest wins. */
const LINES = `
reviewer | human reviewer | content reviewer | moderator | content moderator | expert | inspector
annotator | rater | labeller | labeler
mail | email | e-mail
photo | picture | image | pic | img
catalogue | catalog
expensive | costly | pricey
user | member | customer | client | shopper | buyer | viewer | listener | visitor | subscriber | patient | rider | seeker | consumer
item | product | listing
engineer | developer | dev | programmer | software engineer | ml engineer
sign-up | signup | registration | register | sign up | signing up
clip | video
song | track
suggestion | recommendation
zone | cell | area
appointment | booking
legitimate | legit | genuine | honest
invite | invitation
address book | contact list
text message | sms
shop | merchant
postcode | zip code | postal code | zipcode | zip
fault | defect | flaw
machine | box
churn | attrition
cheat | trick | fool
typo | misspelling | spelling mistake | misspelled
duplicate | dupe | near duplicate
query | search query
log | logfile
average | avg | mean
maximum | max | upper limit | upper bound | ceiling
versus | vs
fake | bogus
dau | daily active user
qps | query per second | request per second | rps
experiment | ab test | a/b test | abtest | ab-test | a b test | split test | ab testing | a/b testing | experimentation
llm | large language model | language model
explainable | interpretable
latency | response time
current | present | existing | incumbent
solution | approach | algorithm | method
fast | quick | quickly | rapidly | speedy
often | frequently
show | shown | display | displayed
answer | respond | response | reply
fail | failure | failed | crash | crashed | outage
wrong | incorrect | mistaken | erroneous
error | mistake
law | legislation
regulation | regulatory | regulator | regulated
harmful | toxic | offensive | abusive | defamatory | inappropriate
bot | robot
keep | kept | retain | retained | retention
know | known | knew
find | found
choose | chosen | chose | pick | picked | selected
pay | paid
send | sent
build | built
lose | lost | losing
make | made
take | taken | took
see | seen | saw
spend | spent | spending
buy | bought
sell | sold
learn | learnt
give | given | gave
leave | left
come | came
go | gone | went
begin | began | begun | start | started
win | won
write | written | wrote
break | broke | broken
hold | held
grow | grown | grew
get | got | gotten
tell | told
who is | who's | whos
what is | what's | whats
where is | where's
how is | how's
`

/** Groups of words or short phrases of one meaning, as a flow lists them. */
export const SAME_WORDS: readonly (readonly string[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.split(' | '))
