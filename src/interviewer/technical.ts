/** Words of the trade: one of them in a turn is enough to hear it as an answer. */
import { stem } from '../flow/stem.ts'

const LIST = `accuracy activation agent aggregate algorithm alert algorithmic analytics annotate annotation anomaly api
approximate architecture archive async asynchronous attention attribution auc audit augmentation autoscale autoscaling
availability backend backfill backlog backpressure backprop bagging balancer bandit bandwidth baseline batch bayes
bayesian benchmark bert beta bias binary bloom boost boosted boosting bootstrap bottleneck broker bucket buffer cache
caching calibrate calibrated calibration canary cardinality catalogue categorical causal cdn centroid checkpoint
checksum churn circuit classification classifier click cluster clustering cnn codec cohort collinearity column
compress compression compute concurrency confidence config container convergence conversion convolution correlation
cosine counter coverage cpu crawler cron csv cuda cutoff daemon dashboard database dataset dataloader dag ddl deadlock
decoder decode dedupe deduplicate deduplication deployment deterministic dimension dimensionality distill distillation
distribution docker downsample downstream downtime drift dropout encoder encode embedding endpoint ensemble entropy
epoch error etl eval evaluate evaluation event exploration exponential failover fallback feature federated fetch
filter finetune finetuning flink fps freshness frontend funnel gateway gaussian gini gpu gradient granularity graphql
grid grpc guardrail hadoop hardware hash hashing heuristic hidden histogram hnsw holdout hyperparameter hypothesis
idempotent imbalance impute imputation impression index indexing inference infrastructure ingest ingestion input
instance instrumentation isotonic iteration jitter join json kafka kernel kernels kmeans knn kpi kubernetes label
labelled labeled labelling latency lakehouse layer leakage lexical likelihood linear llm logging logistic logit
logloss lookup loss lstm lru mae mape markov matrix mapreduce median memory metadata metric microservice
middleware minibatch mlp model modelling monitor monitoring monolith mse multiclass multimodal multitask ndcg negative
neural nginx node noise normalise normalize normalization normalisation numeric numpy offline onehot online onnx
optimise optimize optimiser optimizer ontology orchestrate orchestration outage outlier output overfit overfitting
parallel parameter parquet parse parser partition pca percentile perceptron performance pgvector pipeline pointwise
pairwise listwise policy poll pooling postgres precision predict prediction predictive predictor preprocess
preprocessing prior probabilistic probability production profiling prompt propensity protobuf prototype proxy prune
pruning pubsub pytorch qps quantile quantise quantize quantization quantisation query queue quota random rag ranker ranking
raft rate ratio rdbms realtime recall recommendation recommender redis redundancy regex region regression regressor
regularise regularize regularisation regularization reinforcement rerank reranker replica replicate replication
request requirement residual resnet retention retrain retraining retrieval retriever retry rmse roc rollback rollout
rnn rps rpc sample sampler sampling scalable scalability schema scorer score scoring seasonality segment
semantic serialise serialize serialization serve server serverless serving sgd shadow shard sharding shap sigmoid
signal similarity skew sla slo smoothing smote snapshot softmax spark sparse sparsity sql sqlite ssd stakeholder
standardise standardize statistic statistical stratify stratified storage streaming subsample supervised svm synthetic
system tabular target taxonomy tensor tensorflow terabyte thompson threshold throttle throughput timeout timestamp
token tokenizer topology traffic training transaction transformer treatment trigger triplet truncate ttl tuning
unbalanced underfit underfitting unsupervised upsample upstream uplift uptime user validate validation variance
vector vectorise vectorize vocabulary warehouse webhook weighting workload worker xgboost lightgbm catboost
adam relu gelu kl js ci cd ab tps ctr cpc cpm roi ltv dau mau p50 p90 p95 p99 tpu ram io ann bm25 tfidf nlp cv ocr asr
tts crf hmm gnn gan vae iou f1 pr ks psi ece mrr sdk ui ux os vm k8s aws gcp s3 db nosql cassandra dynamodb bigquery
snowflake airflow mlflow feast triton prometheus grafana elasticsearch faiss scann rabbitmq celery ray dask terraform
requirements constraint constraints assumption tradeoff goal metrics feedback adversarial fairness privacy gdpr consent
compliance auction bid bidder advertiser chargeback merchant fraud fraudster courier dispatch eta escalation ticket
chatbot hallucination summarise summarize customer payment cost budget revenue`

/** Words of the trade as they are written, single-life and double-life alike. */
export const TRADE_WORDS: readonly string[] = LIST.split(/\s+/)

const STEMS: ReadonlySet<string> = new Set(TRADE_WORDS.map(stem))
/** These have a life outside the trade, or are plain words, and speak for neither side. */
const TWO_LIVES: ReadonlySet<string> = new Set(
  'see say star little night build extra match today time people week day watch match get look like last long know happen work money big fast young soon quick late late own care mean matter run start wait think want need kept keep new old first second good bad find call place worse expensive phone photo goal node score hidden shadow noise event memory column ticket spark drift region policy ray adam cost rate random system model layer linear kernel signal error user customer sample pipeline grid prior beta queue performance activation attention target trigger filter join poll'
    .split(' ')
    .map(stem),
)

const DESIGNING: ReadonlySet<string> = new Set(
  'add use include exclude split compute store drop flag weigh measure track group compare handle'
    .split(' ')
    .map(stem),
)

/** Whether a stem is of a verb that designs are told with. */
export const designing = (stemmed: string): boolean => DESIGNING.has(stemmed)

/** Whether a stem is a word of the trade and of nothing else. */
export const technical = (stemmed: string): boolean => STEMS.has(stemmed) && !TWO_LIVES.has(stemmed)

/** Whether a stem is a word of the trade and of daily life. */
export const ambiguous = (stemmed: string): boolean => TWO_LIVES.has(stemmed)
