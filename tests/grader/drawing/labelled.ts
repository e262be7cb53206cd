/** Drawings as people send them, with what each earns; a criterion that is not named earns nothing. */
export type Labelled = {
  shows: string
  text: string
  given?: readonly string[]
  earns: Record<string, number>
}

const LOOP = `app -- user_id, slot --> api
api -- features --> ranker
ranker -- scores --> api
api -- ordered list --> app
app -- impressions, clicks --> event log
event log --> training
training --> registry
registry --> ranker`

export const LABELLED: readonly Labelled[] = [
  { shows: 'one request there and back', text: 'app -> api -> ranker -> app', earns: { FT1: 1 } },
  { shows: 'the same in a sentence', text: 'I would draw app -> api -> model -> app.', earns: { FT1: 1 } },
  { shows: 'a way that does not come back', text: 'app -> api -> ranker', earns: {} },
  {
    shows: 'input and output named',
    text: 'app -- query text --> ranker\nranker -- ranked list --> app\nranker -> db',
    earns: { FT1: 2 },
  },
  {
    shows: 'only the input named',
    text: 'app -- query text --> ranker\nranker --> app\nranker -> db',
    earns: { FT1: 1 },
  },
  { shows: 'the whole loop', text: LOOP, earns: { FT1: 2, FT2: 2, FT3: 2 } },
  {
    shows: 'the whole loop, given by the interviewer',
    text: LOOP,
    given: [`Take this:\n${LOOP}`],
    earns: {},
  },
  {
    shows: 'the whole loop in Mermaid',
    text: `\`\`\`mermaid\nflowchart LR
  app[Mobile app] -->|user id| api[API]
  api -->|features| ranker[Ranker]
  ranker -->|scores| api
  api -->|list| app
  app -->|impressions and clicks| log[(Event log)]
  log --> train[Training]
  train --> reg[Model registry]
  reg --> ranker
\`\`\``,
    earns: { FT1: 2, FT2: 2, FT3: 2 },
  },
  {
    shows: 'one request in Mermaid',
    text: 'graph TD\n  A[App] --> B[API]\n  B --> C[Model]\n  C --> A',
    earns: { FT1: 1 },
  },
  {
    shows: 'one request in DOT',
    text: 'digraph { app -> api; api -> ranker [label="query features"]; ranker -> app [label="ranked list"] }',
    earns: { FT1: 2 },
  },
  {
    shows: 'two paths in DOT',
    text: 'digraph { app -> ranker -> app; logs -> training -> ranker }',
    earns: { FT1: 1, FT2: 1 },
  },
  {
    shows: 'two paths joined by a registry',
    text: 'app -> ranker -> app\nwarehouse -> training -> model registry -> ranker',
    earns: { FT1: 1, FT2: 2 },
  },
  {
    shows: 'two paths that share features',
    text: 'app -> ranker -> app\nfeature store -> ranker\nfeature store -> training -> ranker',
    earns: { FT1: 1, FT2: 2 },
  },
  {
    shows: 'two paths that never meet',
    text: 'app -> ranker -> app\nwarehouse -> training -> report',
    earns: { FT1: 1, FT2: 1 },
  },
  { shows: 'only training', text: 'warehouse -> training -> registry', earns: {} },
  { shows: 'a log that nothing reads', text: 'app -> ranker -> app -> click log', earns: { FT1: 1, FT3: 1 } },
  {
    shows: 'a log that training reads, without what was shown',
    text: 'app -> ranker -> app -> click log -> training -> ranker',
    earns: { FT1: 1, FT2: 1, FT3: 1 },
  },
  {
    shows: 'a log of what was shown and what came of it',
    text: 'app -> ranker -> app\nranker -- scores shown --> event log\napp -- clicks --> event log\nevent log -> training',
    earns: { FT1: 1, FT2: 1, FT3: 2 },
  },
  {
    shows: 'a call that is waited for, with its time',
    text: 'app -- sync 40ms --> ranker\nranker --> app\nranker -> db',
    earns: { FT1: 1, FT4: 2 },
  },
  {
    shows: 'a call that is waited for, without',
    text: 'app -- sync --> ranker\nranker --> app\nranker -> db',
    earns: { FT1: 1, FT4: 1 },
  },
  {
    shows: 'a whole contract',
    text: 'app -- user_id, slot; v2, timeout 50ms --> ranker\nranker -- scores --> app\nranker -> db',
    earns: { FT1: 2, FT5: 2 },
  },
  {
    shows: 'only a timeout',
    text: 'app -- timeout 50ms --> ranker\nranker --> app\nranker -> db',
    earns: { FT1: 1, FT5: 1 },
  },
  {
    shows: 'a fallback that answers',
    text: 'app -> api -> ranker -> app\napi -- timeout --> most popular fallback -> app',
    earns: { FT1: 1, FT6: 1 },
  },
  {
    shows: 'a fallback that nobody gets',
    text: 'app -> api -> ranker -> app\nfallback -> db',
    earns: { FT1: 1 },
  },
  {
    shows: 'a pipeline with what starts it',
    text: 'nightly trigger -> ingest -> clean -> split -> train -> evaluate -> register -> deploy -> monitor',
    earns: { PL1: 2 },
  },
  {
    shows: 'a pipeline without',
    text: 'ingest -> prepare -> split -> train -> evaluate -> register -> deploy -> monitor',
    earns: { PL1: 1 },
  },
  {
    shows: 'a pipeline out of order',
    text: 'monitor -> deploy -> register -> evaluate -> train -> split -> prepare -> ingest',
    earns: {},
  },
  { shows: 'a pipeline of three steps', text: 'ingest -> train -> deploy', earns: {} },
  {
    shows: 'a chain of products',
    text: 'kafka -> spark -> flink -> redis -> airflow -> kubernetes',
    earns: {},
  },
  {
    shows: 'a chain of terms',
    text: 'ranker -> embeddings -> transformer -> xgboost -> AUC -> NDCG',
    earns: {},
  },
  { shows: 'a sentence with an arrow', text: 'more clicks -> more money, so I would log them.', earns: {} },
  { shows: 'the same over and over', text: 'app -> ranker -> app\n'.repeat(9), earns: {} },
  { shows: 'no drawing', text: 'The app calls the ranker and shows the list.', earns: {} },
  { shows: 'a call that never reaches the model', text: 'app -> api -> db -> api -> app', earns: {} },
  { shows: 'training in the way of a request', text: 'app -> training -> model -> app', earns: {} },
]
