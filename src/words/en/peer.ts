/** What is said where one person interviews another. */
export const PEER = {
  noPlace: ({ reason }: { reason: string }) => `No place for two can be had here: ${reason}.`,
  oneself: 'Nobody interviews themselves. With /start the bot interviews you.',
  who: 'Name somebody of your team, as your platform offers them when you type @.',
  where: 'Ask for it in a channel in which both of you are: it is held there.',
  unwatched:
    'Interviews are held here out of the sight of others, so a second person cannot be let in. Ask for it in another channel.',
  oneQuestion: 'A warm-up of one question is held alone, and no other flow is permitted here.',
  nobody: 'There is nobody to swap roles with.',
  another: 'Another interview is under way there. Ask anew for yours.',
  accepted: ({ place }: { place: string }) => `Accepted: your interview is held ${place}.`,
  acceptedIn: ({ link }: { link: string }) => `Accepted: your interview is held [in its thread](${link}).`,
  held: ({ place }: { place: string }) => `It is held ${place}.`,
  heldIn: ({ link }: { link: string }) => `It is held [in its thread](${link}).`,
  alone: 'What only you may see comes to you in direct messages: the facts, the criteria, the clock.',
  lost: ({ reason }: { reason: string }) =>
    `The interview between you two cannot be held where it was asked for. ${reason}`,
  theyDeclined: 'They have declined to interview with you this time.',
  youDeclined: 'Declined. Nothing begins.',
  theirs:
    'That is for the candidate to ask for. While the talk goes on you have next, back, pause, resume, time and end.',
  late: 'It is too late for marks: the report is out.',
}

/** Asking somebody into an interview between two people. */
export const INVITATION = {
  unreachable: ({ reason }: { reason: string }) => `They cannot be asked: ${reason}`,
  sent: ({ title }: { title: string }) =>
    `They are asked for "${title}", and have 24 hours to accept. It begins then.`,
  open: 'You have asked them already, and they have not answered yet.',
  declined: 'They have declined. Ask them again tomorrow, or ask somebody else.',
  title: 'A mock interview between the two of you?',
  asks: (given: { name: string; title: string; level: string; minutes: string }) =>
    `**${given.name}** asks you to interview them: "${given.title}", ${given.level} level, ${given.minutes} minutes. ` +
    'You get the facts, the criteria and the clock here, alone; you ask, and fill in a form at the end. It takes no preparation.',
  offers: (given: { name: string; title: string; level: string; minutes: string }) =>
    `**${given.name}** offers to interview you: "${given.title}", ${given.level} level, ${given.minutes} minutes.`,
  kept: 'What both of you write there is kept with the interview, which belongs to the one who answers.',
  closed: 'That invitation is not open any more.',
  lapsed: 'Nobody answered your invitation for a day, so it has lapsed.',
  lapsedForYou: 'The invitation to an interview has lapsed, since you did not answer for a day.',
}

/** What a person who interviews is shown alone, and the form that they fill in. */
export const SHEET = {
  title: ({ problem }: { problem: string }) => `You interview: ${problem}`,
  about: ({ flow, minutes, level }: { flow: string; minutes: number; level: string }) =>
    `${flow}, ${minutes} minutes, ${level} level. Begin with the opening, tell facts only when asked, and give nothing away. What is in this message only you see.`,
  opening: 'Opening:',
  atLevel: 'At this level:',
  facts: 'Facts, each for who asks',
  reach: 'To be reached',
  traps: 'Traps',
  figures: 'Figures',
  openWith: 'Open with:',
  probes: 'Questions that give nothing away',
  twist: 'Change a requirement here:',
  criteria: 'Criteria',
  usedUp: ({ stage, next }: { stage: string; next: string }) =>
    `The time for ${stage} is used up. Go on to ${next}.`,
  usedUpLast: ({ stage }: { stage: string }) => `The time for ${stage} is used up. Bring it to an end.`,
  wellOver: ({ stage, next }: { stage: string; next: string }) =>
    `${stage} is well over its time, which the other stages will lack. Go on to ${next}.`,
  wellOverLast: ({ stage }: { stage: string }) =>
    `${stage} is well over its time, which the other stages will lack. Bring it to an end.`,
  marks: 'Your marks',
  mark: ({ stages }: { stages: string }) =>
    `What did you see? 0 is not shown, 1 partly, 2 clearly. Nobody sees your marks before all are in, or 24 hours have passed. Now: ${stages}.`,
  wait: 'Thank you. The report comes once the candidate has rated themselves too, or after 24 hours.',
  thanks: 'Thank you. The report follows.',
}

/** The forms side by side, at the end of a report. */
export const COMPARED = {
  title: 'The forms side by side',
  agree: ({ agreed, all }: { agreed: number; all: number }) =>
    `Interviewer and bot agree on ${agreed} of ${all} criteria.`,
  unmarked: 'The interviewer did not mark all stages within 24 hours.',
  unrated: 'There is no own rating.',
  head: '| Stage | Own rating | Interviewer | Bot |',
  differ: 'They differ here:',
  row: (given: { stage: string; name: string; person: number; bot: number }) =>
    `${given.stage}, **${given.name}**: interviewer ${given.person}, bot ${given.bot}`,
  more: ({ more }: { more: number }) => `and ${more} more`,
}
