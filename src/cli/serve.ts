import type { Command } from 'commander'
import type { App } from './app.ts'
import { Refusal } from './failure.ts'

/** `mlsd serve` runs the bot on every chat platform that is set up, until it is told to stop. */
export const addServe = (program: Command, app: App): void => {
  program
    .command('serve')
    .summary('the bot, in Slack and Discord')
    .description(
      'Runs the bot on every chat platform that is set up, until Ctrl-C or SIGTERM. ' +
        'What was heard is stored before it is acknowledged, so that the next start goes on where this one was.',
    )
    .addHelpText('after', AFTER)
    .action(async () => {
      const { slack, discord } = app.config()
      if (!slack && !discord) throw new Refusal(NOTHING)
      const { serve } = await import('./serving.ts')
      await serve(await app.serving())
    })
}

const AFTER = `
Examples:
  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... mlsd serve
  DISCORD_TOKEN=... mlsd serve
  node --env-file=.env bin/mlsd.js serve

Settings, from the environment:
  SLACK_BOT_TOKEN         the bot in one workspace
  SLACK_APP_TOKEN         Slack over Socket Mode, which needs no public address; or:
  SLACK_SIGNING_SECRET    Slack over HTTP, at /slack/events on PORT (default: 3000)
  SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET
                          in place of a bot token: any workspace may install the app, from /slack/install
  PUBLIC_URL              the https address at which Slack reaches PORT, for OAuth, and browsers reach pages
  MLSD_WEB_PORT           where pages are listened for, at /p/ of PUBLIC_URL (default: 3001)
  SLACK_API_URL           another base of Slack's Web API
  DISCORD_TOKEN           the bot in every Discord server that has invited it
  DISCORD_GUILD_ID        the one server that has the slash commands; every server when absent
  DISCORD_SHARD           the one shard of this process, such as 0/2; all of them when absent
  DISCORD_API_URL         another base of Discord's REST API
  DATABASE_URL            a PostgreSQL database in place of the file, for several processes
  MLSD_ROLE               all (default); with DATABASE_URL also edge, which only hears, or worker
  MLSD_OPS_PORT           where /healthz, /readyz and /metrics are asked for, such as 127.0.0.1:9464; nowhere when absent
  MLSD_LOG                the least that is logged: debug, info, warn or error (default: info)
  OTEL_EXPORTER_OTLP_ENDPOINT
                          an OpenTelemetry collector for traces, such as http://localhost:4318
  MLSD_RATE_PERSON_CALLS  calls of a model a minute at most for one person (default: 20)
  MLSD_RATE_TEAM_CALLS    the same for all of a workspace or server (default: 200)
  MLSD_CHAT_QUIET_SECONDS seconds of silence that end an answer (default: 6)

"mlsd doctor" checks them. README.md leads from nothing to the first interview.`

const NOTHING = `No chat platform is set up, so there is nothing to serve. For one Slack workspace set SLACK_BOT_TOKEN
and SLACK_APP_TOKEN in the environment, for Discord DISCORD_TOKEN: the sections on both in README.md lead there in ten
minutes, and "mlsd doctor" says what is missing. In this terminal, "mlsd" alone begins an interview.`
