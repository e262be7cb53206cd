/** What somebody reads in the browser at the end of an installation. */
import type { ServerResponse } from 'node:http'
import type { HTTPReceiverOptions } from '@slack/bolt'

type Callbacks = NonNullable<NonNullable<HTTPReceiverOptions['installerOptions']>['callbackOptions']>

export const INSTALL_PATH = '/slack/install'

export const callbacks: Callbacks = {
  success: ({ team, enterprise }, _options, _request, response) => {
    const where = escaped(team?.name ?? enterprise?.name ?? 'your workspace')
    show(
      response,
      200,
      'Installed',
      `mlsd is now in ${where}. Go to Slack and type <code>/mlsd</code> there.`,
    )
  },
  failure: ({ code }, _options, _request, response) => {
    const words = WORDS[code] ?? 'Slack did not confirm the installation.'
    show(response, code in WORDS ? 400 : 500, 'Not installed', `${words} ${AGAIN}`)
  },
}

/** The library's codes for what a person can mend. */
const WORDS: Readonly<Record<string, string>> = {
  slack_oauth_invalid_state: 'It began more than ten minutes ago, or in another browser.',
  slack_oauth_missing_state: 'It did not begin here.',
  slack_oauth_missing_code: 'Slack sent no code.',
  slack_oauth_installer_authorization_error: 'It was called off.',
}

const AGAIN = `<a href="${INSTALL_PATH}">Begin again</a>.`

const show = (response: ServerResponse, status: number, title: string, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`,
  )
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
