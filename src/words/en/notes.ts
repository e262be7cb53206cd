/** What is said for each note of an interview: what happened, and what the person can do. By the kinds of `Note`. */
export const NOTES = {
  'first-stage': 'There is no stage before this one.',
  'not-paused': 'The interview is running; there is nothing to resume.',
  'still-paused': 'The interview is paused. Type /resume to go on, or /end to finish.',
  'not-begun': 'The interview has not begun yet.',
  'no-report-yet': 'The report comes at the end. Type /end to finish now.',
  'too-late':
    'That message was taken up already, so the change does not count. Say it again in a new message.',
  'moving-on': 'One moment, the next question is on its way.',
  'just-moved': 'We have just moved on to this stage. Type /next again to leave it as well.',
  grading: 'The grading is under way; the report follows.',
  finished:
    'This interview is over. Type /report for the report, /retry STAGE to try a stage again, or /start for another.',
  'no-more-hints': 'There are no hints left here. Say what you would assume, or type /next.',
  'no-more-retries':
    'You have tried stages of this interview again as often as one interview can hold. Type /report for its report, or /start for a new one.',
  'no-hints-in-exam': 'There are no hints in exam mode.',
  'nothing-to-repeat': 'Nothing has been asked yet.',
  'rate-first':
    'The interview is over. Rate yourself with /rate, or type /skip to go straight to the report.',
  'no-rating-now': 'You can rate yourself once the interview is over.',
  'kept-while-paused': 'The interview is paused. I have kept that; type /resume to go on.',
  trouble: 'I could not come up with a question just now. Go on with what you were saying, or type /next.',
  'ask-your-peer':
    'A person interviews you here: ask them. /next, /back, /pause and /end are for both of you.',
  'no-verdicts-yet':
    'Verdicts come with the report, at the end. Once it is out, /contest CRITERION REASON marks one that is wrong.',
  'retry-first':
    'A stage is being tried again. Type /end to close it; then /contest CRITERION REASON marks a verdict of the report.',
  'awaiting-marks':
    'Thank you. The report comes once your interviewer has sent their form too, or after 24 hours.',
  'think-over': 'The two minutes are over. Go on when you are ready.',
}
