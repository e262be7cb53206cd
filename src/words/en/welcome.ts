/** How an interview begins: what it is, how to answer, and its terms. */
export const WELCOME = {
  terms: ({
    flow,
    minutes,
    level,
    manner,
  }: {
    flow: string
    minutes: number
    level: string
    manner: string
  }) => `${flow}, ${minutes} minutes, ${level} level, ${manner}.`,
  peer: 'one of you asks, the bot keeps time',
  exam: 'exam mode: no hints, and the clock decides',
  coach: 'coach mode: hints on request, the clock only reminds',
  answering: 'Type your answers as you would say them; /help lists what else you can type.',
  betweenTwo:
    'Talk as you would across a table: your interviewer asks, you answer, and either of you goes on with /next. ' +
    'At the end both of you fill in a form and the bot grades by itself; nobody sees any of it before all is in.',
  removed: ({ days }: { days: number }) => `It is removed ${days} days after the interview is over.`,
  /** Where words are stored, and whether they go anywhere else. */
  storedAlone: ({ file }: { file: string }) =>
    `What you say is stored in ${file} on this machine and sent nowhere; "mlsd forget" removes it.`,
  stored: ({ file }: { file: string }) =>
    `What you say is stored in ${file} on this machine; "mlsd forget" removes it.`,
  storedByBotAlone:
    'Beside the chat itself, what you say is stored on the machine that runs this bot and sent nowhere else; ' +
    'the command `forget` removes it.',
  storedByBot:
    'Beside the chat itself, what you say is stored on the machine that runs this bot; ' +
    'the command `forget` removes it.',
  /** Who asks and judges. */
  rules: ({ by }: { by: string }) => `Rules judge it (${by}); no language model is used.`,
  sent: ({ model }: { model: string }) =>
    `The problem, the questions and your answers go to ${model}, which asks and judges. When it fails, rules carry on, and you are told.`,
  sentToAsk: ({ model }: { model: string }) =>
    `The problem, the questions and your answers go to ${model}, which asks. When it fails, rules carry on, and you are told.`,
  sentToJudge: ({ model }: { model: string }) =>
    `The problem, the questions and your answers go to ${model}, which judges. When it fails, rules carry on, and you are told.`,
  sentToTwo: ({ asker, judge }: { asker: string; judge: string }) =>
    `The problem, the questions and your answers go to ${asker}, which asks, and to ${judge}, which judges. When it fails, rules carry on, and you are told.`,
  /** What a language other than English comes to where a role has no model. */
  rulesKnowEnglish:
    'No language model is set up here, so that questions and hints stay in English; answers in another language are not assessed.',
  askedInEnglish:
    'No language model asks here, so that questions and hints stay in English; answer in the language you like.',
  judgedInEnglish: 'No language model judges here, so that answers in another language are not assessed.',
}

/** Who can read along, and for whom the report is, by the audience of the place. */
export const AUDIENCES = {
  you: 'Nobody but you can read along.',
  members:
    'The members of this channel can read along, and only your words count; the report goes to you alone.',
  outsiders:
    'Everybody in this channel can read along, people of other organisations among them, and only your words count; ' +
    'the report goes to you alone.',
  everyone:
    'Everybody in this workspace can read along, and only your words count; the report goes to you alone.',
}

/** The same between two people; nothing is to be said where nobody else reads. */
export const AUDIENCES_OF_TWO = {
  you: '',
  members: 'The members of this channel can read along; the report goes to the two of you.',
  outsiders:
    'Everybody in this channel can read along, people of other organisations among them; ' +
    'the report goes to the two of you.',
  everyone: 'Everybody in this workspace can read along; the report goes to the two of you.',
}
