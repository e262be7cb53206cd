import { sameAnywhere } from '../../transcripts/anywhere.ts'
import { discordEdge } from './edge.ts'
import { ONE } from './stand-in/seed.ts'

sameAnywhere(1, discordEdge, ({ far }) => {
  const places = [ONE.general, ...far.threads(ONE.general).map(({ id }) => id)]
  return places.flatMap((place) => far.calledAt(place))
})
