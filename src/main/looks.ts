import type { ModelSettings } from '../config/model.ts'
import type { Config } from '../config.ts'
import type { Finding } from '../finding.ts'

/** What a look at the data file or the database, at a private bank and at every chat platform that is set up found. */
export const looks = async (
  { file, database, flows, slack, discord, model }: Config,
  house: string,
): Promise<Finding[]> => {
  const found = await Promise.all([
    slack ? import('../platform/slack/doctor.ts').then(({ checkSlack }) => checkSlack(slack)) : [],
    discord ? import('../platform/discord/doctor.ts').then(({ checkDiscord }) => checkDiscord(discord)) : [],
    model ? checkModel(model) : [],
  ])
  return [
    await checkStored(file, database),
    ...(flows === undefined ? [] : [await checkBank(flows, house)]),
    ...found.flat(),
  ]
}

const checkStored = async (file: string, database: string | undefined): Promise<Finding> =>
  database === undefined
    ? (await import('../sqlite/doctor.ts')).checkData(file)
    : (await import('../postgres/doctor.ts')).checkPostgres(database)

const checkBank = async (folder: string, house: string): Promise<Finding> => {
  const [{ bankIn }, { privateBank }] = await Promise.all([
    import('../host/bank.ts'),
    import('../host/private-bank.ts'),
  ])
  const { files, faults } = privateBank(folder, bankIn(house))
  const what = 'private bank'
  const [first] = faults
  if (!first && files === 0) {
    const mend = 'Put flows there, and problems in its folder problems; CONTRIBUTING.md leads there.'
    return { what, ok: 'warning', says: `there is no .yaml file in ${folder}`, mend }
  }
  if (!first)
    return {
      what,
      ok: true,
      says: `${files} ${files === 1 ? 'file' : 'files'} in ${folder}, without a fault`,
    }
  const says = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}, the first in ${first.file}:${first.line}: ${first.says}`
  return {
    what,
    ok: 'warning',
    says,
    mend: '"mlsd flows check" lists every fault; what has one is left out until then.',
  }
}

const checkModel = async (settings: ModelSettings): Promise<Finding[]> => {
  const [{ checkModels }, { pricesFrom }, { openAiWire }, { systemClock }] = await Promise.all([
    import('../model/doctor.ts'),
    import('../model/prices.ts'),
    import('../model/openai.ts'),
    import('../clock.ts'),
  ])
  return checkModels(settings, {
    clock: systemClock(),
    prices: pricesFrom(settings.prices),
    wire: openAiWire,
  })
}
