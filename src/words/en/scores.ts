/** What a report says of scores: the outcome, its reason, and the tables. */
export const SCORES = {
  banded: ({ band, level, S }: { band: string; level: string; S: string }) =>
    `**${band}** at ${level} level, with S ${S} of 4.`,
  noBand: ({ level }: { level: string }) => `**No band** at ${level} level.`,
  overOne: ({ S }: { S: string }) =>
    `S is ${S} of 4 over the one stage that counts, which says how these went and no more.`,
  over: ({ S, count }: { S: string; count: number }) =>
    `S is ${S} of 4 over the ${count} stages that count, which says how these went and no more.`,
  marked: ({ stage, mark, level }: { stage: string; mark: number; level: string }) =>
    `**${stage}: mark ${mark} of 4** at ${level} level.`,
  noMark: ({ level }: { level: string }) => `**No mark** at ${level} level.`,
  below: ({ S, least }: { S: string; least: string }) => `S is ${S}, below ${least}.`,
  reached: ({ S, band, from }: { S: string; band: string; from: string }) =>
    `S is ${S}; ${band} starts at ${from}.`,
  held: ({ S, band, least, low }: { S: string; band: string; least: number; low: string }) =>
    `An S of ${S} is enough for ${band}, but that needs every stage at ${least} or more: ${low}.`,
  stageAt: ({ stage, mark }: { stage: string; mark: number }) => `${stage} at ${mark}`,
  unread: ({ stages }: { stages: string }) => `No band, because this was not assessed: ${stages}.`,
  unreached: ({ stages }: { stages: string }) => `No band, because this was not reached: ${stages}.`,
  nothingExpected: 'No band, because no stage expects anything at this level.',
  oneStage: 'No vote: a band speaks of a whole interview, and this was one stage of it.',
  oneCriterion: 'No mark and no vote: this was a single question.',
  level: 'Level',
  band: 'Band',
  bandless: 'none',
  mark: 'Mark',
  stage: 'Stage',
  coreMet: 'Core met',
  clear: 'Clear',
  partial: 'Partial',
  minutes: 'Minutes',
  plan: 'Plan',
  yourRating: 'Your rating',
}

/** The votes, by `Band`. */
export const BANDS = {
  'strong hire': 'strong hire',
  'lean hire': 'lean hire',
  'lean no hire': 'lean no hire',
  'no hire': 'no hire',
}

/** What a vote means, by `Band`. */
export const BAND_MEANINGS = {
  'strong hire': 'Every part holds at this level, and most of what was expected was there without asking.',
  'lean hire': 'More speaks for you than against; the growth points below are what would make it certain.',
  'lean no hire': 'The base is there, yet a panel would still hesitate; the growth points below weigh most.',
  'no hire':
    'Little of what this level expects could be heard this time; the points below are where to begin.',
}

/** What the mark of a stage means, by `StageMark`. */
export const MARK_MEANINGS = {
  4: 'Most of what this level expects of the stage was there, and nothing core was missing.',
  3: 'The greater part of what this level expects of the stage was there.',
  2: 'A good part of what this level expects of the stage was still missing.',
  1: 'Little of what this level expects of the stage could be heard.',
}

/** The levels, by `Level`. */
export const LEVELS = { junior: 'junior', mid: 'mid', senior: 'senior', staff: 'staff' }

/** Why a stage has the mark it has, or none, by `Standing`. */
export const STANDINGS = {
  judged: 'judged',
  'not reached': 'not reached',
  'not assessed': 'not assessed',
  'nothing expected': 'nothing expected',
}

/** What each verdict is called wherever a person reads it, by `Mark`. */
export const VERDICTS = { 0: 'not heard', 1: 'partial', 2: 'clear' }
