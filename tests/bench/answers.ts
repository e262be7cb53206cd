/** Answers of usual length and differing quality, for benches. */
export const ANSWERS: readonly string[] = [
  'As I understand it, we rank ads in the feed so that people see ones they care about. I would first clarify the goal, then data, model and how it is served. Is that fine?',
  'What is the business goal, and is there a secondary goal such as ad quality? How many users per day, and what latency do we have?',
  'Given a user, an ad and the context, predict the probability of a click within a day, because the auction multiplies it by the bid.',
  'The app calls the ranking service with candidates and gets scores back. Impressions and clicks are logged so that training can join them later.',
  'Clicks are rare, about one percent, so accuracy is useless: always saying no is 99 % right. I would look at log loss and calibration.',
  'Random split would leak the future, so I split by time and leave a gap for late labels.',
  'Start with logistic regression on a few hashed features as a baseline, then gradient boosted trees, since the data is tabular and the budget 25 ms.',
  'Train error 2 %, validation 11 %, human 1.5 %: that is variance, so more data, regularisation or a smaller model, rather than more layers.',
  'k',
  'recsys, embeddings, two tower, ANN, HNSW, feature store, Kafka, Kubernetes, transformers, LoRA',
  'At ten times the load the feature store breaks first: 375 k reads per second. I would cache user features for a minute and shed to popular ads.',
  'Shadow first, then a canary of 1 % with a rollback when the error rate or revenue drops by 2 %, then an A/B test of two weeks.',
]
