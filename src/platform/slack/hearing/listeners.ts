/** What of Slack's deliveries is listened to, and who takes it. */
import type { App, Context, SlackViewMiddlewareArgs, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import { wordsIn } from '../../../words/words.ts'
import type { Ear } from '../../ear.ts'
import type { Heard } from '../../platform.ts'
import { unstored } from '../../unstored.ts'
import type { MessageEvent, Origin } from '../drawing/payload.ts'
import type { Installs } from '../installs.ts'
import { personName } from '../names.ts'
import { askingOf, wordsFor } from './asking.ts'
import { type Forms, type Modal, Unopened } from './forms.ts'
import type { Locales } from './locales.ts'
import { heardIn } from './messages.ts'
import type { AssistantStarted, HomeOpened, Panes } from './panes.ts'
import type { Press, Presses } from './presses.ts'
import { answerOf, type Tell } from './private.ts'
import type { Slash } from './slash.ts'

type Needs = {
  ear: Ear
  slash: Slash
  forms: Forms
  presses: Presses
  panes: Panes
  installs: Pick<Installs, 'ended'>
  tell: Tell
  locales: Locales
  /** What was said, with whether its person is an admin where it has to be known. */
  vouched(heard: Heard): Promise<Heard>
  /** A person's latest message at a place. */
  noted(place: string, user: string, ts: string): void
}

/** Connects an app of the library with those who take what it is told. */
export const listen = (app: App, needs: Needs): void => {
  const { ear, tell } = needs

  /** Takes what was said, or tells the person that it was not taken, and lets Slack send it again. */
  const take = async (heard: readonly Heard[]): Promise<void> => {
    const [first] = heard
    try {
      await ear.take(await Promise.all(heard.map(needs.vouched)))
    } catch (error) {
      if (first)
        tell(first, unstored(error, 'willTry', wordsIn(first.locale)), `${first.place} ${first.id} unstored`)
      throw error
    }
  }

  const said = async (event: MessageEvent, origin: Origin): Promise<void> => {
    const locale = needs.locales.known(origin.tenant, event.user ?? '')
    const heard = heardIn(event, origin).map(
      (one): Heard => ({ ...one, ...(locale !== undefined && { locale }) }),
    )
    const words = heard.find(({ type }) => type === 'message' || type === 'file')
    if (words && event.user && event.ts) needs.noted(words.place, event.user, event.ts)
    await take(heard)
  }

  app.event('message', ({ event, context }) => said(event as MessageEvent, originIn(context)))
  app.event('app_mention', ({ event, context }) => said(event as MessageEvent, originIn(context)))
  app.event('app_home_opened', ({ event, context, body }) =>
    needs.panes.home(originIn(context).tenant, event as HomeOpened, body.event_id),
  )
  app.event('assistant_thread_started', ({ event, context, body }) =>
    needs.panes.assistant(originIn(context).tenant, event as AssistantStarted, body.event_id),
  )
  listenToEndings(app, needs.installs)

  app.command('/mlsd', async ({ command, context, ack, respond }) => {
    const asking = askingOf({ ack, respond })
    await needs.slash(originIn(context).tenant, command as SlashCommand, asking)
  })

  app.action(ANYTHING, async ({ body, context, ack, respond }) => {
    const press = body as unknown as Press
    const { tenant } = originIn(context)
    const accepted = once(ack)
    try {
      await needs.presses.take(tenant, press, accepted)
    } catch (error) {
      const words = wordsFor(error, 'pressAgain', wordsIn(needs.locales.known(tenant, press.user.id)))
      const at = needs.presses.at(tenant, press)
      const told = press.container?.type === 'message' && (await responded(respond(answerOf(words))))
      if (!told && at) tell(at, words, `${press.trigger_id} unstored`)
      if (!(error instanceof Unopened)) throw error
    }
  })

  app.view(ANYTHING, async ({ body, view, context, ack }) => {
    const { tenant } = originIn(context)
    const by = { tenant, user: body.user.id, person: personName(tenant, body.user.id) }
    const reply = await needs.forms.submit(view as unknown as Modal, by)
    await (reply ? ack(reply as ViewAnswer) : ack())
  })
}

/** What the library takes for an answer to a view that was sent in. */
type ViewAnswer = Parameters<SlackViewMiddlewareArgs<ViewSubmitAction>['ack']>[0]

/** Every action and every view is ours; what they are is read from what they carry. */
const ANYTHING = /^/

/** Where something comes from, as `authorize` has found out. */
const originIn = ({ tenant, botUserId, url }: Context): Origin => ({
  tenant,
  bot: { botUserId: botUserId ?? '', ...(url && { url }) },
})

const once = (ack: () => Promise<void>): (() => Promise<void>) => {
  let done = false
  return async () => {
    if (!done) await ack()
    done = true
  }
}

const responded = (responding: Promise<unknown>): Promise<boolean> =>
  responding.then(
    () => true,
    () => false,
  )

const listenToEndings = (app: App, { ended }: Pick<Installs, 'ended'>): void => {
  const end = ({ teamId, enterpriseId }: Context, time: number): Promise<void> =>
    ended(
      { ...(teamId && { team: teamId }), ...(enterpriseId && { enterprise: enterpriseId }) },
      time * 1000 + 999,
    )
  app.event('app_uninstalled', ({ context, body }) => end(context, body.event_time))
  app.event('tokens_revoked', async ({ event, context, body }) => {
    if (event.tokens.bot?.length) await end(context, body.event_time)
  })
}
