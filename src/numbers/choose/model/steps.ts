/** For each kind of input what to begin with and what to try after it. */
import { BOOSTED_TREES, FINE_TUNING, FULL_NETWORK, RECURRENT } from './knobs.ts'
import type { InputKind, ModelPlan } from './plan.ts'

/** The path for each kind of input where nothing else is known. */
export const PATHS: Readonly<Record<InputKind, Pick<ModelPlan, 'baseline' | 'start' | 'next' | 'knobs'>>> = {
  table: {
    baseline: {
      model: 'a rule or the base rate, then logistic or linear regression',
      why: 'It shows in an hour what the data holds, and what everything later has to beat.',
      when: 'always first',
    },
    start: {
      model: 'gradient-boosted trees (XGBoost, LightGBM)',
      why: 'Mixed columns, gaps and odd scales need no preparation; strong without much tuning and fast to serve.',
      when: 'it beats the baseline on validation rows',
    },
    next: [
      {
        model: 'better features: counts over windows, ratios, crosses, target means from other folds',
        why: 'With tables they bring more than another model.',
        when: 'error analysis shows groups of rows that it gets wrong',
      },
      {
        model: 'a fully connected network with two hidden layers, with embeddings for ids',
        why: 'Ids with very many values, several targets at once, or text and images beside the columns.',
        when: 'trees have stopped improving and there are some hundred thousand rows',
      },
      {
        model:
          'what the problem asks for: two towers, crossed features, several tasks, a mean of both models',
        why: 'It puts what you know about the problem into the shape of the model.',
        when: 'the simple network is better than the trees, by more than the noise',
      },
    ],
    knobs: [
      { of: 'gradient-boosted trees', list: BOOSTED_TREES },
      { of: 'a fully connected network', list: FULL_NETWORK },
    ],
  },
  sequence: {
    baseline: {
      model:
        'the last or the most frequent event, then boosted trees on counts and time since the last event',
      why: 'Much of what a sequence says is in a few sums over it.',
      when: 'always first',
    },
    start: {
      model:
        'a recurrent network (LSTM or GRU) with two hidden layers, or a small pretrained encoder where one exists',
      why: 'It reads the order, has few parameters, and can be updated event by event.',
      when: 'it beats the sums, so that order does matter',
    },
    next: [
      { model: 'a third layer', why: 'Cheap to try.', when: 'the training error is still too high' },
      {
        model: 'attention (a small transformer)',
        why: 'It reaches far back, and trains in parallel over the sequence.',
        when: 'errors sit on rows whose cause lies far back, and there are enough rows; time and memory grow with the square of the length',
      },
      {
        model: 'pretraining on sequences without labels',
        why: 'There are always more of those.',
        when: 'variance is the trouble and labels are dear',
      },
    ],
    knobs: [{ of: 'a recurrent network', list: RECURRENT }],
  },
  text: {
    baseline: {
      model: 'bag of words or TF-IDF with logistic regression',
      why: 'Hard to beat for topics, and each weight can be read.',
      when: 'always first',
    },
    start: {
      model: 'a small pretrained encoder with a new head (its embeddings and a linear layer first)',
      why: 'It knows the language already; where none exists for it, an LSTM with two hidden layers.',
      when: 'it beats the bag of words where words alone mislead',
    },
    next: [
      {
        model: 'fitting the whole encoder',
        why: 'Its features become those of the task.',
        when: 'there are some thousand labelled rows',
      },
      {
        model: 'a larger encoder, or a language model asked with examples',
        why: 'Better with few labels and long texts.',
        when: 'the training error is still too high, and time and cost allow',
      },
      {
        model: 'distilling the large one into the small one',
        why: 'Most of the gain at the price of the small one.',
        when: 'the large one is clearly better and too slow',
      },
    ],
    knobs: [{ of: 'a pretrained encoder', list: FINE_TUNING }],
  },
  image: {
    baseline: {
      model: 'the most frequent label, then logistic regression on embeddings of a pretrained network',
      why: 'No training of the network at all, an afternoon of work.',
      when: 'always first',
    },
    start: {
      model: 'a small pretrained network (such as a ResNet) with a new head, the rest frozen',
      why: 'Edges, textures and shapes are the same everywhere.',
      when: 'it beats the embeddings alone',
    },
    next: [
      {
        model: 'training the upper layers too, with augmentation',
        why: 'Its features become those of the task.',
        when: 'your images differ from those it learnt on',
      },
      {
        model: 'a higher resolution, then a larger network',
        why: 'Small things have to be seen to be learnt.',
        when: 'the training error is still too high',
      },
      {
        model: 'cropping to the part that matters first',
        why: 'A detector and a classifier are each simpler.',
        when: 'what matters fills a small part of the image',
      },
    ],
    knobs: [{ of: 'a pretrained network', list: FINE_TUNING }],
  },
}
