/** What a person is told who contests a verdict. */
export const CONTEST = {
  noReason: 'Say in a sentence why the verdict is wrong; a reason is needed.',
  longReason: ({ length, most }: { length: number; most: number }) =>
    `The reason has ${length} characters; ${most} are the most. Say the one thing that matters.`,
  contested: ({ name }: { name: string }) => `${name} is contested.`,
  failed: ({ name }: { name: string }) =>
    `${name} could not be judged again. It stays contested, and /report asks for it once more.`,
  marked: ({ name, verdict, by }: { name: string; verdict: string; by: string }) =>
    `${name} is marked as contested in your report, with your reason. It was ${verdict}, judged by ${by}.`,
  underWay: ({ by }: { by: string }) => `${by} judges it again; what comes of it follows here.`,
  settled: ({ by, verdict }: { by: string; verdict: string }) =>
    `${by} has judged it again already: ${verdict}. That counts.`,
  noModel: 'It will be judged again once a model is configured here: /report asks for it then.',
  byModel: 'A model has judged it, which is not asked a second time.',
  again: ({ name, by, what }: { name: string; by: string; what: string }) =>
    `${name} was judged again by ${by}: ${what}.`,
  stands: ({ verdict }: { verdict: string }) => `${verdict}, it stands`,
  counts: 'It counts from now on; /report shows the scores.',
  unknown: ({ word }: { word: string }) => `There is no criterion ${word} in this interview.`,
  measured: ({ name }: { name: string }) =>
    `${name} is measured from the course of the talk. Nobody judged it, so there is no verdict to contest.`,
  notReached: ({ name, stage }: { name: string; stage: string }) =>
    `${name} was never judged: the interview did not reach the stage ${stage}.`,
  notAssessed: ({ name, stage }: { name: string; stage: string }) =>
    `${name} was never judged: the judge does not know the language of the answers in ${stage}.`,
  notJudged: ({ name }: { name: string }) =>
    `${name} was not judged in this interview, so there is no verdict to contest.`,
  near: ({ names }: { names: string }) => `Near it are: ${names}.`,
  noVerdicts: 'This interview has no verdicts.',
  have: 'These have a verdict:',
}
