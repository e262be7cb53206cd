/** What the scripted interviewer says around facts and questions. No praise, no summary. */

/** For a question about which nothing is held. */
export const ASSUME: readonly string[] = [
  'Assume what you need there and say it aloud.',
  'I have no figure for that: state an assumption and build on it.',
  'That is open; choose what you need and tell me what you chose.',
  'Nothing is fixed on that point, so make an assumption and name it.',
  'Decide that one yourself and say what you took.',
  'We have not settled that; assume something workable and state it.',
  'Take a value you find realistic there and say why it matters.',
  'That was never written down, so say what you assume.',
]

/** Before a fact that was told already. */
export const AGAIN: readonly string[] = [
  'As before:',
  'Once more:',
  'Again:',
  'That one stands:',
  'Unchanged:',
  'To repeat:',
]

/** When more was asked than fits one turn. */
export const REST: readonly string[] = [
  'Ask me the rest again.',
  'Put the rest to me again.',
  'More when you ask again.',
  'The rest when you ask for it again.',
]

/** Before a question that follows from what was said; each is a sentence of its own. */
export const LEADS: readonly string[] = [
  'You said "{words}".',
  'I stay with "{words}" for a moment.',
  'I come back to "{words}".',
  'You put it as "{words}".',
  'You spoke of "{words}".',
  'One question on "{words}".',
  'I noted "{words}".',
  'Back to "{words}" once more.',
]

/** Before another question on the same point, after a vague answer. */
export const CONCRETE: readonly string[] = [
  'I ask that in another way.',
  'Let me put it differently.',
  'That can mean many things, so I ask once more.',
  'The same point from another side.',
  'I would like that more exactly.',
  'Let us make that more concrete.',
  'I try that again in other words.',
  'I stay on that point.',
]

/** Nothing is left to ask in this stage: the talk goes on to the next one. */
export const ADVANCE: readonly string[] = [
  'That is enough on this part; we go on.',
  'Here I ask no more, so let us move on.',
  'Let us leave this part there.',
  'Let us close this part here.',
  'We can close this part now.',
  'From my side this part is done.',
  'We stop here with this part.',
  'This part has had its share, so we continue.',
  'Nothing more from me on this one.',
  'That is where this part ends.',
]

/** Nothing is left to ask in the last stage, where a coach listens on until `/end`. */
export const LAST: readonly string[] = [
  'I have no more questions; add what you still want to say, then type /end.',
  'From my side everything is asked, so use the time as you like and close with /end.',
  'I have nothing further to ask. Type /end when you have said all you want to say.',
  'My questions are through; whatever you add still counts, until you type /end.',
  'There is nothing left on my list. You may go on, or type /end for the report.',
  'I am done asking; complete any part you like, and finish with /end.',
  'No more from me. Anything you add is heard, and /end closes the interview.',
  'I only listen from here on; /end brings you to the report.',
]

/** Nothing is left to ask in a stage to which the candidate went back: they leave it when they have said what they came for. */
export const BACK: readonly string[] = [
  'That is noted. Add what you came back for, and /next leads on.',
  'I take that in. Go on here as you like; /next leads on.',
  'Noted, with no question from me. /next leads on when you are done here.',
  'I have nothing to ask here, so say all you want to add. /next leads on.',
]

/** Once, to whoever writes in another language than the rules read. */
export const FOREIGN = {
  en: 'I understand English only, so please put that in English.',
  de: 'Ich verstehe nur Englisch; bitte sag das auf Englisch.',
} as const

/** Back from something that is not about the task. */
export const REDIRECT: readonly string[] = [
  'Let us stay with the task. Where were you with "{title}"?',
  'That does not move the design on. What is your next step in "{title}"?',
  'I will keep to the interview. What would you say on "{title}"?',
  'Back to the design, please. How do you go about "{title}"?',
  'That is outside this interview. Which point of "{title}" do you take next?',
  'We are still at "{title}". What do you propose?',
]

/** After a fact or an assumption, when nothing is asked. */
export const CHANGED = 'What does that change in your design?'
