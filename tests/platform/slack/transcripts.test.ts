import { sameAnywhere } from '../../transcripts/anywhere.ts'
import { slackEdge } from './edge.ts'

sameAnywhere(0, slackEdge, ({ far }) => far.calledAt('T1/C1'))
