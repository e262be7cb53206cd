/** What is said when a model does not do its part: what happened, by the kinds of `Trouble`, and who takes its place. */
export const TROUBLES = {
  what: {
    unreachable: 'The model cannot be reached just now.',
    slow: 'The model takes too long just now.',
    busy: 'The model takes no more requests just now.',
    refused: 'The model does not take our requests, which whoever runs mlsd has to mend.',
    declined: 'The model would not answer that.',
    'too-long': 'The talk has become too long for the model.',
    malformed: 'The model gave no answer that can be used.',
    unfit: 'What the model wanted to say did not pass the checks.',
    budget: 'What the model may cost is used up.',
    rate: 'The model has been asked as often as it may be in a minute.',
    other: 'The model failed.',
  },
  instead: {
    ask: 'Whenever that happens, the scripted interviewer asks in its place.',
    judge: 'Whenever that happens, rules judge in its place.',
  },
}
