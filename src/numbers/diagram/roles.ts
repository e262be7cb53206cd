import type { Box, Diagram, Shape } from './diagram.ts'

/** What a box does in a system that learns, told by the words on it; one box may have several roles. */
export type Role = 'caller' | 'store' | 'log' | 'features' | 'training' | 'serving' | 'fallback'

const WORDS: Readonly<Record<Role, RegExp>> = {
  caller:
    /\b(users?|clients?|apps?|mobile|browser|web ?site|web ?page|web|front-?end|customers?|devices?|callers?|ui|visitors?|shoppers?|riders?|drivers?|merchants?|analysts?|players?|buyers?|sellers?|patients?|members?|viewers?|sensors?|cameras?|checkout|home ?page|screen)\b/,
  store:
    /\b(stores?|dbs?|databases?|postgres\w*|mysql|sqlite|mongo\w*|cassandra|dynamo\w*|redis|caches?|s3|gcs|buckets?|lakes?|lakehouse|warehouse|bigquery|snowflake|hive|tables?|index|indexes|kafka|kinesis|pub\/?sub|queues?|topics?|streams?|logs?|registry|storage|hdfs|parquet|elastic\w*|faiss|bigtable|blobs?|datasets?|archive|history)\b/,
  log: /\b(logs?|logger|logging|impressions?|clicks?|feedback|outcomes?|labels?|labell?ing|kafka|telemetry|exposures?|events?|interactions?)\b/,
  features: /\bfeature|\b(pre-?process\w*|transforms?|encoders?|vectori[sz]er)\b/,
  training: /\b(re-?)?train(s|er|ers|ing|ed)?\b|\bfine-?tun\w*|\b(learner|fitting)\b/,
  serving:
    /\b(models?|(re-?)?rankers?|(re-?)?ranking|scorers?|scoring|predict\w*|inference|classifiers?|recommender|recommendations?|retriev\w*|serving|ml (service|api)|detectors?|detection|estimators?|candidates?( generat\w*)?|forecast\w*|two-?tower|llm)\b/,
  fallback:
    /\bfall-?backs?\b|\bdefaults?\b|\bheuristics?\b|\brules?\b|\bpopularity\b|\bmost popular\b|\bcircuit breaker\b|\bstale\b|\bdegrad\w*/,
}

/** The roles of every box, by its id; one without any takes that of the frame around it, where no box bears it by name. */
export const rolesIn = ({ boxes, frames }: Diagram): ReadonlyMap<string, ReadonlySet<Role>> => {
  const labels = new Map(frames.map(({ id, label }) => [id, label]))
  const all = new Map(boxes.map((box) => [box.id, rolesOf(box)]))
  const named = new Set([...all.values()].flatMap((roles) => [...roles]))
  return new Map(
    boxes.map((box) => {
      const own = all.get(box.id) ?? new Set<Role>()
      if (own.size > 0) return [box.id, own]
      const around = pathsOf(labels.get(box.frame ?? '') ?? '')
      return [box.id, new Set([...around].filter((role) => !named.has(role)))]
    }),
  )
}

const rolesOf = ({ label, note = '', shape }: Box): Set<Role> => {
  const roles = told(`${label} ${note}`)
  if (shape === 'store') roles.add('store')
  if (shape === 'person') roles.add('caller')
  // A registry or a training job is named after the model and does not answer with it.
  if (roles.has('training') || roles.has('store') || roles.has('features')) roles.delete('serving')
  if (roles.has('store') || roles.has('features') || roles.has('training')) roles.delete('caller')
  return roles
}

const pathsOf = (frame: string): Set<Role> => {
  const text = frame.toLowerCase()
  if (WORDS.training.test(text) || /\boffline\b/.test(text)) return new Set(['training'])
  return /\bserving\b|\binference\b/.test(text) ? new Set(['serving']) : new Set()
}

const told = (text: string): Set<Role> => {
  const small = text.toLowerCase().replace(/_/g, ' ')
  return new Set((Object.keys(WORDS) as Role[]).filter((role) => WORDS[role].test(small)))
}

/** The shape that the words on a box suggest, where none was drawn. */
export const shapeOf = (label: string): Shape => {
  const roles = told(label)
  if (roles.has('training')) return 'box'
  if (roles.has('store')) return 'store'
  return /^(the )?(users?|customers?|clients?|analysts?|people|person)$/i.test(label) ? 'person' : 'box'
}
