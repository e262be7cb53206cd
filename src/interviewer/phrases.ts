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
  'Put the remaining questions to me again.',
  'I will take your other questions in a moment, so send them again.',
  'The rest when you ask for it again.',
]

/** Before a question that follows from what was said; each is a sentence of its own. */
export const LEADS: readonly string[] = [
  'You said "{words}".',
  '"{words}", you said.',
  'I heard "{words}" from you.',
  'Your words were "{words}".',
  'I stay with "{words}" for a moment.',
  'I come back to "{words}".',
  'You put it as "{words}".',
  'Let me take up "{words}".',
  'I noted "{words}".',
  'In your answer stood "{words}".',
]

/** Before the one question that is put again after a vague answer. */
export const CONCRETE: readonly string[] = [
  'Make that concrete.',
  'I need that in concrete terms.',
  'That can mean many things, so be specific.',
  'Be specific here, please.',
  'Say it for this problem.',
  'Name one concrete thing.',
  'More exactly, please.',
  'Pin that down for me.',
]

/** Nothing is left to ask in this stage: the talk goes on to the next one. */
export const ADVANCE: readonly string[] = [
  'That is enough on this part; we go on.',
  'Here I ask no more, so let us move on.',
  'Let us leave this part there.',
  'I have no more questions on this part.',
  'We can close this part now.',
  'From my side this part is done.',
  'We stop here with this part.',
  'This part has had its share, so we continue.',
  'Nothing more from me on this one.',
  'That was my last question on this part.',
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

/** To a question about the clock of the interview. */
export const CLOCK: readonly string[] = [
  '/time shows the clock.',
  'For the clock there is /time.',
  'Type /time for the minutes left.',
  '/time tells how far we are.',
]

/** To a question about who asks here. */
export const PROGRAM: readonly string[] = [
  'I am a program that asks questions, no person.',
  'You are talking to a program.',
  'No person sits here, only a program.',
  'I am software, and I keep to the interview.',
]

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
