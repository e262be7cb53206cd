/** The tools as commands, and what is said around their answers; the answers themselves are the tools' own. */

const COLUMN = (what: string) => `the column with ${what}`

/** What each tool is about, and each of its options. */
export const TOOL_COMMANDS = {
  metrics: {
    about: 'Reads a CSV of labels and predictions, and says how good they are in plain words.',
    options: {
      label: COLUMN('what was true'),
      score: COLUMN('the predicted probability or score'),
      prediction: COLUMN('the predicted class or amount'),
      query: COLUMN('the query or group that is ranked'),
      weight: COLUMN('the weight of each row'),
      positive: 'the label that counts as yes',
      threshold: 'from which score on it is a yes, such as .5',
      costs: 'what a false yes and a false no cost, such as 12 95',
      task: 'classification, ranking, regression or multiclass; else found from the columns',
      k: 'how many of each ranking are looked at, such as 10',
    },
  },
  'bias-variance': {
    about: 'Tells from the errors whether bias, variance or a mismatch of the data is in the way.',
    options: {
      train: 'the error on the training set, such as .02 or 2%',
      'train-dev': 'the error on held-out rows like the training set',
      validation: 'the error on the validation set',
      test: 'the error on the test set',
      human: 'the error of people at the same task',
      target: 'the error that is to be reached',
      rows: 'how many rows the validation set has',
    },
  },
  data: {
    about: 'Looks for what is wrong with a CSV: balance, gaps, odd values, duplicates, drift, leaks.',
    options: {
      label: COLUMN('what is to be predicted'),
      split: COLUMN('train or test in it'),
      time: COLUMN('the time of each row'),
      group: COLUMN('whom or what a row belongs to'),
    },
  },
  estimate: {
    about: 'Works out an estimate line by line: rates, bytes, sums.',
    options: { text: 'the estimate as you would write it, such as 120M users x 9 / day' },
  },
  'choose-metric': {
    about: 'Says which metric fits the decision, and when not to use it.',
    options: {
      task: 'what is predicted, such as classification, ranking or regression',
      use: 'what is done with it, such as decide, rank or probability',
      positives: 'the share of positives, such as 2%',
      costs: 'what a false yes and a false no cost, such as 12 95',
      capacity: 'how many can be acted on, as a share or a count',
      graded: 'yes where relevance has grades, else no',
      outliers: 'matter or ignore',
    },
  },
  'choose-model': {
    about: 'Says which model to start with, what to try next, and what to tune.',
    options: {
      input: 'what a row is: sequence, image, text or table',
      rows: 'how many rows are labelled, such as 200k',
      latency: 'milliseconds that an answer may take',
      reasons: 'yes where a person has to be told why, else no',
    },
  },
  'ab-test': {
    about: 'Plans an A/B test, or reads a finished one.',
    options: {
      baseline: 'the rate or mean before the change, such as 2.4%',
      effect: 'the change to be seen: 2% of the baseline, or 0.048 points',
      target: 'the rate to be seen, in place of the effect',
      deviation: 'for a mean: the standard deviation of one unit',
      power: 'the chance to see the effect, such as .8',
      alpha: 'the risk of a false alarm, such as .05',
      arms: 'how many arms there are with the control',
      daily: 'new units a day, such as 200k',
      looks: 'how often it is looked at',
      a: 'for a finished test: successes of trials in A, such as 1000/40000',
      b: 'the same in B, such as 1100/40010',
      split: 'how the arms were to be split, such as 50 50',
    },
  },
  diagram: {
    about: 'Draws a system from arrows, Mermaid or DOT, and says what the drawing lacks.',
    options: {
      budget: 'milliseconds that one request may take',
      text: 'the drawing, such as app -> api -> ranker [20ms] -> app',
    },
  },
}

/** What is said of files, and of what cannot be computed. */
export const TOOLS = {
  send: ({ minutes }: { minutes: number }) => `Send the file here within ${minutes} minutes.`,
  offer: ({ file, minutes }: { file: string; minutes: number }) =>
    `I can look at ${file}. It is remembered for ${minutes} minutes.`,
  data: 'Check the data',
  metrics: 'Compute metrics',
  large: ({ file, most }: { file: string; most: number }) =>
    `${file} is too large; ${most} MB are the most here. The command in a terminal takes larger ones.`,
  gone: ({ file }: { file: string }) => `${file} is no longer there. Send it once more.`,
  unread: 'It cannot be computed as it was given',
  missing: ({ command }: { command: string }) => `${command} is not available here.`,
}
