/** What each command is about, and each of its options; by their names in the table of commands. */
export const COMMANDS = {
  start: {
    about: 'Begins an interview. With nothing after it, you are asked for the details.',
    options: {
      problem: 'which practice problem',
      level: 'the level you are measured against',
      minutes: 'how long the talk is to last',
      flow: 'mlsd for a whole interview, sprint for one stage in depth, warmup for one question',
      focus: 'the stage of a sprint, or the stage or criterion of a warm-up; else one is chosen',
      mode: 'coach gives hints, exam keeps strictly to the clock',
      scenario: 'a problem in your own words, in place of a practice problem',
      language: 'the language of the talk by its code, such as de',
      where: 'here, here where others do not see it, or in direct messages; where there are such',
    },
  },
  peer: {
    about: 'An interview between two people: you answer, the one you name asks, the bot keeps time.',
    options: {
      person: 'who is to interview you',
      problem: 'which practice problem; one that is new to both otherwise',
      level: 'the level you are measured against',
      minutes: 'how long the talk is to last',
    },
  },
  hint: {
    about: 'A nudge in the right direction, more open each time. Hints are noted in the report.',
    options: {},
  },
  next: {
    about: 'Goes on to the next stage.',
    options: {},
  },
  back: {
    about: 'Goes back to the stage before.',
    options: {},
  },
  skip: {
    about: 'Leaves this question unanswered.',
    options: {},
  },
  repeat: {
    about: 'Says the question once more.',
    options: {},
  },
  think: {
    about: 'Two minutes to think, without a question in between.',
    options: {},
  },
  time: {
    about: 'Where you are and how much time is left.',
    options: {},
  },
  pause: {
    about: 'Stops the clock until you resume.',
    options: {},
  },
  resume: {
    about: 'Goes on where you paused.',
    options: {},
  },
  end: {
    about: 'Ends the interview here and makes the report.',
    options: {},
  },
  rate: {
    about:
      'Your own rating of each stage before you see the report: 1 is far off the bar, 4 above it, - leaves one out.',
    options: {
      ratings: 'one number per stage, in the order of the stages',
    },
  },
  retry: {
    about: 'Takes one stage of a finished interview again and shows before and after.',
    options: {
      stage: 'which stage',
    },
  },
  report: {
    about: 'The report of an interview; of the latest one when none is named.',
    options: {
      id: 'which interview, as the history names it',
    },
  },
  contest: {
    about: 'Marks one verdict of your report as wrong; a model, where there is one, judges it again.',
    options: {
      criterion: 'which criterion, as the report names it',
      reason: 'why the verdict is wrong, in a sentence or two',
    },
  },
  history: {
    about: 'Your interviews so far.',
    options: {},
  },
  problems: {
    about: 'The practice problems, or those that a word finds.',
    options: {
      word: 'what to look for',
    },
  },
  daily: {
    about: 'A question each day on what you missed, here or in direct messages.',
    options: {
      what: 'on with a time, off, status, now, skip, snooze for an hour, answer with your answer',
      words: 'with on: time, time zone, days, stages, level; with answer: your answer',
    },
  },
  settings: {
    about: 'What an interview of yours starts with; with `team`, what holds for everybody here.',
    options: {
      scope: 'team for what holds for everybody here, which an admin sets',
      level: 'your level',
      minutes: 'how long a talk lasts',
      mode: 'your mode',
      language: 'your language by its code, such as de, or any for that of your platform',
      channels: 'for the team: where interviews may be held, or any',
      flows: 'for the team: which frameworks may be taken, or any',
      levels: 'for the team: which levels may be taken, or any',
      modes: 'for the team: which modes may be taken, or any',
      retention: 'for the team: days after which a finished interview is removed, or never',
    },
  },
  channel: {
    about: 'What holds for the interviews of this channel; its admins set it.',
    options: {
      what: 'setup to change what holds here, show to see it, off to take it away',
      flows: 'which frameworks may be taken here, or any',
      levels: 'which levels may be taken here, or any',
      modes: 'which modes may be taken here, or any',
      spectators: 'on where others may read along, off where an interview is held out of their sight',
      starters: 'who may begin an interview here: everyone, or names of roles with commas between them',
      cleanup: 'days after which the place of a finished interview is taken away, or never',
      language: 'the language of interviews here by its code, such as de, or any for that of whoever begins',
    },
  },
  board: {
    about: 'Who practised how much, under a name of their choice; only those who want to stand on it.',
    options: {
      what: 'week, month or all; join with a name, leave; team for sums and remove, which are for admins',
      words: 'with join or remove: the name; else what it goes by: practice, coverage or improvement',
    },
  },
  link: {
    about: 'Joins your names on several platforms: gives you a code, or takes one.',
    options: {
      code: 'the code that you were given under the other name, or off to part them',
      sure: 'yes, to join them',
    },
  },
  page: {
    about: 'A report, or your history, as a page to read in a browser or to print.',
    options: {
      what: 'report, history, list for your links, withdraw to take them back',
      id: 'which interview, or which link',
    },
  },
  export: {
    about: 'Everything that is stored about you, as files.',
    options: {},
  },
  forget: {
    about: 'Removes everything that is stored about you, after asking.',
    options: {
      sure: 'yes, to be asked no more',
    },
  },
  help: {
    about: 'All commands, or one in detail.',
    options: {
      command: 'which command',
    },
  },
}
