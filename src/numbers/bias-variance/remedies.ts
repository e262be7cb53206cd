/** What helps against which gap, cheapest first, and what would not. */
import type { Gap } from './errors.ts'

export type Remedy = { says: string; because: string }

/** Remedies of each gap, in order of what they cost. */
export const MATCHING: Readonly<Record<Gap['kind'], readonly Remedy[]>> = {
  bias: [
    {
      says: 'Train longer, or with a better learning rate.',
      because: 'the fit of the rows trained on may not be at its end yet',
    },
    {
      says: 'Regularise less.',
      because: 'what holds the model back from the rows trained on is cheap to loosen',
    },
    {
      says: 'Add features that carry what is missing.',
      because: 'what the inputs do not hold cannot be learned',
    },
    {
      says: 'Take a larger model, or one that fits the input better.',
      because: 'it can follow the rows trained on more closely',
    },
    {
      says: 'Look at whether the labels allow less error at all.',
      because: 'noise in them is error that no model removes',
    },
  ],
  variance: [
    {
      says: 'Regularise more: weight decay, dropout, shallower trees, early stopping.',
      because: 'it costs one setting',
    },
    {
      says: 'Drop features that bring little, or take a smaller model.',
      because: 'fewer ways to fit noise are left',
    },
    { says: 'Average several models.', because: 'what each learned by chance cancels out' },
    { says: 'Augment the rows where the label stays the same.', because: 'it is data at no new labels' },
    { says: 'Get more rows to train on.', because: 'it closes the gap most surely, and costs most' },
  ],
  mismatch: [
    {
      says: 'Read errors of both sources side by side.',
      because: 'it tells in what they differ before anything is bought',
    },
    {
      says: 'Weight or pick training rows that look like those that count.',
      because: 'it uses what is there',
    },
    {
      says: 'Make training rows more alike: the same preparation, the same noise, the same mix.',
      because: 'it removes the difference where it is known',
    },
    {
      says: 'Collect and label rows from the source that counts.',
      because: 'nothing else is as sure, and nothing costs as much',
    },
  ],
  'overfit to validation': [
    {
      says: 'Choose less by these rows: fewer trials, or cross-validation.',
      because: 'each choice fits a little of their noise',
    },
    { says: 'Take a fresh or a larger validation set.', because: 'its noise then leads nowhere' },
  ],
}

/** What is tried and would be wrong, or lost, for each gap. */
export const WRONG: Readonly<Record<Gap['kind'], readonly Remedy[]>> = {
  bias: [
    { says: 'More rows of the same kind.', because: 'the model does not even fit those it has' },
    { says: 'More regularisation or a smaller model.', because: 'it fits the rows trained on still worse' },
  ],
  variance: [
    { says: 'A larger model or longer training.', because: 'it fits the rows trained on still more closely' },
    { says: 'Less regularisation.', because: 'it widens the gap' },
  ],
  mismatch: [
    { says: 'More rows from the source trained on.', because: 'the error lies in the other source' },
    {
      says: 'More regularisation.',
      because: 'rows of the same source not trained on are answered well already',
    },
  ],
  'overfit to validation': [
    { says: 'More search over settings on the same rows.', because: 'it is what opened the gap' },
  ],
}
