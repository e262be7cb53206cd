import type { Command } from 'commander'
import type { Finding } from '../finding.ts'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'
import { print, printJson } from './print.ts'

/** `mlsd doctor` says what is amiss with settings, data and chat platforms, and how to mend it. */
export const addDoctor = (program: Command, app: App): void => {
  program
    .command('doctor')
    .summary('what is amiss, and how to mend it')
    .description(
      'Looks at Node, the settings, the data file and each chat platform that is set up: its tokens, their scopes, ' +
        'whether it can be reached. Changes nothing, and exits with 1 when something has to be mended.',
    )
    .option('--json', 'print the findings as one JSON document')
    .addHelpText('after', '\nExamples:\n  mlsd doctor\n  node --env-file=.env bin/mlsd.js doctor')
    .action(({ json = false }: { json?: boolean }) => doctor(app, json))
}

const doctor = async (app: App, json: boolean): Promise<void> => {
  const settings = checkSettings(app)
  const further = settings.some(({ ok }) => ok === false) ? [] : await looks(app)
  const findings = [checkNode(app), ...settings, ...further]
  if (json) await printJson(app.streams.out, findings)
  else await print(app.streams.out, findings.map(shown).join(''))
  const faults = findings.filter(({ ok }) => ok === false).length
  if (faults === 0) return
  throw new Refusal(faults === 1 ? 'One thing has to be mended.' : `${faults} things have to be mended.`)
}

const MARKS = { true: 'ok', warning: 'look', false: 'MEND' } as const

const shown = ({ what, ok, says, mend }: Finding): string => {
  const line = `${MARKS[`${ok}`].padEnd(5)} ${what}: ${says}\n`
  return mend === undefined ? line : `${line}${' '.repeat(6)}-> ${mend}\n`
}

const checkNode = ({ node: { runs, least } }: App): Finding => {
  const [major = 0, minor = 0] = numbers(runs)
  const [wanted = 0, and = 0] = numbers(least)
  if (major > wanted || (major === wanted && minor >= and)) return { what: 'Node', ok: true, says: runs }
  return { what: 'Node', ok: false, says: `${runs} is too old`, mend: `Use Node ${least} or newer.` }
}

const numbers = (version: string): number[] => version.split('.').map(Number)

const checkSettings = (app: App): Finding[] => {
  const what = 'settings'
  try {
    app.config()
    return [{ what, ok: true, says: 'can be used' }]
  } catch (error) {
    if (!(error instanceof Error && 'faults' in error && Array.isArray(error.faults))) throw error
    return error.faults.map((says: string) => ({ what, ok: false as const, says, mend: ELSEWHERE }))
  }
}

const ELSEWHERE = 'Set it so in the environment, then look again: the rest was not looked at.'

const looks = async (app: App): Promise<Finding[]> => {
  const { slack, discord } = app.config()
  return [...(await app.looks()), ...(slack || discord ? [] : [NOTHING])]
}

const NOTHING: Finding = {
  what: 'chat',
  ok: 'warning',
  says: 'no platform is set up; the terminal works without one',
  mend: 'For Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN; README.md leads there.',
}
