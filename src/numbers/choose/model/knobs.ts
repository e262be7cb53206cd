/** The hyper-parameters that matter, the most telling first. */
import type { Change, Knob } from './plan.ts'

type Scale = Knob['scale']

/** What more of it does is given as bias, variance, time of training: `-` less, `=` the same, `+` more. */
const knob = (
  name: string,
  [bias, variance, time]: readonly [Sign, Sign, Sign],
  [scale, from, to]: readonly [Scale, number, number],
  says: string,
): Knob => ({
  name,
  more: { bias: CHANGES[bias], variance: CHANGES[variance], time: CHANGES[time] },
  scale,
  from,
  to,
  says,
})

type Sign = '-' | '=' | '+'
const CHANGES: Readonly<Record<Sign, Change>> = { '-': 'less', '=': 'same', '+': 'more' }

/** Of trees that are added one after another. */
export const BOOSTED_TREES: readonly Knob[] = [
  knob(
    'learning rate',
    ['-', '+', '-'],
    ['log', 0.01, 0.3],
    'Lower is safer and needs more trees: fix it low, and let early stopping on validation rows choose their number.',
  ),
  knob(
    'trees',
    ['-', '+', '+'],
    ['log', 100, 10_000],
    'Not searched: stop when the validation loss has not improved for 50 trees or so.',
  ),
  knob(
    'leaves (or depth)',
    ['-', '+', '+'],
    ['log', 8, 256],
    'How many features can act together. The first to lower against overfitting.',
  ),
  knob(
    'least rows in a leaf',
    ['+', '-', '-'],
    ['log', 5, 500],
    'Raise it with noisy labels, rare positives and many rows.',
  ),
  knob(
    'share of rows and features for each tree',
    ['-', '+', '+'],
    ['linear', 0.5, 1],
    'Below 1 trees differ more and their mean varies less; it is faster too.',
  ),
  knob('L2 on leaves', ['+', '-', '='], ['log', 0.001, 100], 'A fine adjustment, after those above.'),
]

/** Of a network with a few full layers. */
export const FULL_NETWORK: readonly Knob[] = networkKnobs([
  knob(
    'width and layers',
    ['-', '+', '+'],
    ['log', 32, 1024],
    'Two hidden layers first; a third only if the training error is still too high.',
  ),
])

/** Of a recurrent network over a sequence: those of any network, and the history it reads. */
export const RECURRENT: readonly Knob[] = networkKnobs([
  knob(
    'length of history',
    ['-', '+', '+'],
    ['log', 20, 500],
    'How far back the model sees; where old events do not help, shorter is faster.',
  ),
  knob(
    'hidden units and layers',
    ['-', '+', '+'],
    ['log', 32, 512],
    'Two layers first; a third only if the training error is still too high. Width before depth.',
  ),
])

/** Of a pretrained model that is fitted to a task. */
export const FINE_TUNING: readonly Knob[] = [
  knob(
    'learning rate',
    ['-', '+', '-'],
    ['log', 0.000005, 0.0005],
    'Ten to a hundred times lower than from scratch, or what was learnt before is overwritten.',
  ),
  knob(
    'layers that are trained',
    ['-', '+', '+'],
    ['whole', 0, 12],
    'None at first, only a new head; then from the top down, as far as the rows allow.',
  ),
  knob('epochs', ['-', '+', '+'], ['whole', 1, 10], 'A few are enough; stop early on validation rows.'),
  knob(
    'length or resolution of the input',
    ['-', '=', '+'],
    ['log', 64, 1024],
    'What it sees; time grows with the square of a side or, with attention, of the length.',
  ),
  knob(
    'augmentation',
    ['+', '-', '+'],
    ['linear', 0, 1],
    'Only changes that leave the label as it is, and never in validation.',
  ),
]

/** Those of any network around its own, the most telling first. */
function networkKnobs(own: readonly Knob[]): readonly Knob[] {
  return [
    knob(
      'learning rate',
      ['=', '=', '-'],
      ['log', 0.00001, 0.01],
      'The one that matters most: too high diverges, too low never arrives and looks like bias. Warm up, then let it decay.',
    ),
    ...own,
    knob('weight decay', ['+', '-', '='], ['log', 0.000001, 0.1], 'The first to raise against overfitting.'),
    knob(
      'dropout',
      ['+', '-', '+'],
      ['linear', 0, 0.5],
      'Training then looks worse than validation; that is no fault.',
    ),
    knob(
      'batch size',
      ['=', '=', '-'],
      ['log', 32, 4096],
      'As large as fits. Change the learning rate with it, about in proportion.',
    ),
    knob(
      'epochs',
      ['-', '+', '+'],
      ['whole', 1, 100],
      'Not searched: stop early on validation rows and keep the best state.',
    ),
  ]
}
