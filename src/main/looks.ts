import type { Config } from '../config.ts'
import type { Finding } from '../finding.ts'

/** What a look at the data file and at every chat platform that is set up found. */
export const looks = async ({ file, slack, discord }: Config): Promise<Finding[]> => {
  const { checkData } = await import('../sqlite/doctor.ts')
  const found = await Promise.all([
    slack ? import('../platform/slack/doctor.ts').then(({ checkSlack }) => checkSlack(slack)) : [],
    discord ? import('../platform/discord/doctor.ts').then(({ checkDiscord }) => checkDiscord(discord)) : [],
  ])
  return [checkData(file), ...found.flat()]
}
