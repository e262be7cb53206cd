/** What a person does in an interview that meets everything a crash could cut in two. */
import type { Heard } from '../../src/platform/platform.ts'

type Deed<T = Heard> = T extends Heard ? Omit<T, 'person' | 'place' | 'id' | 'at'> : never

export const PERSON = 'faulty:person'
export const PLACE = 'faulty:room'

/** How long a message is under way from the platform to us, in milliseconds. */
const UNDER_WAY = 40

/** When the first message arrives. */
export const START = Date.UTC(2026, 0, 5, 10)

const says = (text: string): Deed => ({ type: 'message', text })
const types = (command: string, args: Record<string, string> = {}): Deed => ({
  type: 'command',
  command,
  args,
})

/** Each deed after so many seconds. Message `m3` is the one at index 3. */
const DEEDS: readonly (readonly [number, Deed])[] = [
  [
    0,
    types('start', { flow: 'small', problem: 'late-parcels', level: 'senior', minutes: '15', mode: 'coach' }),
  ],
  [15, says('How many parcels are there per day, and how often are they late?')],
  [25, says('Then I know roughly what this has to do.')],
  [1, says('It is a large system.')],
  [0.5, { type: 'edit', of: 'm3', text: 'It is a large system, with 2.4 million parcels.' }],
  [20, types('hint')],
  [15, says('I would ask the people at the depots what helps them.')],
  [20, types('next')],
  [
    25,
    says(
      'About 3 % are late, so the classes are imbalanced and accuracy would mislead; I set a class weight.',
    ),
  ],
  [10, types('pause')],
  [5, types('pause')],
  [30, says('The rows come from scans at the depots, and some are missing.')],
  [60, types('resume')],
  [
    20,
    {
      type: 'file',
      name: 'sketch.txt',
      mime: 'text/plain',
      size: 44,
      ref: 'Orders flow into a snapshot, then the model.',
    },
  ],
  [5, types('time')],
  [100, types('next')],
  [20, says('I would defend the way in which the depots and the model work together.')],
  [30, says('The features stay the same, whatever else happens.')],
  [1, says('Never mind the last word.')],
  [0.5, { type: 'withdrawal', of: 'm18' }],
  [280, types('end')],
  [20, { type: 'form', form: 'rate', fields: { clarify: '3', data: '2', details: '4' } }],
  [10, types('report')],
  [5, types('history')],
  [20, types('retry', { stage: 'data' })],
  [
    20,
    says(
      'A temporal split, train on past and test on future, with an embargo of two days for the label delay.',
    ),
  ],
  [30, says('That also shows what a strike would do.')],
  [20, types('next')],
  [10, types('report')],
]

export type Sent = { arrives: number; heard: Heard }

/** The conversation, in order. */
export const CONVERSATION: readonly Sent[] = DEEDS.map(([, deed], n) => {
  const arrives = START + 1_000 * DEEDS.slice(0, n + 1).reduce((sum, [after]) => sum + after, 0)
  return {
    arrives,
    heard: { ...deed, person: PERSON, place: PLACE, id: `m${n}`, at: arrives - UNDER_WAY } as Heard,
  }
})
