/**
 * What Slack accepts, written down once more and apart from the code that keeps to it: the documented limits of blocks
 * and views, the shape of the calls that this app makes, and the house's own rule that no card calls anybody.
 */
import { blocksFor } from './limits/blocks.ts'
import {
  all,
  type Check,
  flag,
  isObject,
  json,
  list,
  object,
  oneOf,
  rule,
  whole,
  words,
} from './limits/shape.ts'
import { calm, calmMarkdown, metadata, plainText } from './limits/texts.ts'

/** All that is wrong with a call; nothing for methods that show nothing. `args` as sent, or as they travelled in a form. */
export const faultsOf = (method: string, args: Readonly<Record<string, unknown>>): string[] =>
  CALLS[method]?.(args, method) ?? []

/** Characters that the blocks of one message may hold in all, as Slack's people gave it; it is enforced at some 13,200. */
const MOST_IN_ALL = 12_000

const channel = words(30, 2, /^[CDGU][A-Z0-9]+$/)
const user = words(30, 2, /^[UW][A-Z0-9]+$/)
const ts = words(20, 17, /^\d{10}\.\d{6}$/)
const anything: Check = () => []
const token = { token: anything }

const IN_MESSAGES = ['header', 'divider', 'markdown', 'context', 'section', 'actions', 'image']
const IN_VIEWS = ['header', 'divider', 'context', 'section', 'actions', 'image', 'input']

const measured: Check = (value, at) => {
  const total = lengthOf(value)
  const markdown = lengthOf(
    Array.isArray(value) ? value.filter((one) => isObject(one) && one.type === 'markdown') : [],
  )
  return [
    ...(total > MOST_IN_ALL ? [`${at}: ${total} characters in all, at most ${MOST_IN_ALL} are allowed`] : []),
    ...(markdown > 12_000 ? [`${at}: ${markdown} characters of Markdown, at most 12000 are allowed`] : []),
  ]
}

const lengthOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthOf(one), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : lengthOf(one)),
    0,
  )
}

const markdownText = all(words(12_000), calmMarkdown)
const content = {
  text: all(words(4000), calm),
  blocks: json(all(blocksFor(50, IN_MESSAGES), measured)),
  markdown_text: markdownText,
  thread_ts: ts,
  parse: oneOf('none'),
  link_names: oneOf(false, 'false'),
}

/** Blocks are read out and notified by their text, so a message has one. */
const worded = rule((args) => {
  const has = (key: string) => args[key] !== undefined
  if (has('markdown_text')) return (has('text') || has('blocks')) && 'markdown_text stands alone'
  return !has('text') && 'no_text: what is notified is missing'
})

const chunk: Check = (value, at) =>
  isObject(value) && value.type === 'markdown_text'
    ? object({ type: oneOf('markdown_text'), text: markdownText })(value, at)
    : []
const streamed = { markdown_text: markdownText, chunks: json(list(chunk, 100, 1)) }

const view = (type: 'modal' | 'home'): Check => {
  const common = { private_metadata: words(3000, 0), callback_id: words(255), external_id: words(255) }
  const blocks = blocksFor(100, IN_VIEWS)
  if (type === 'home') return json(object({ type: oneOf('home'), blocks }, common))
  return json(
    all(
      object(
        { type: oneOf('modal'), title: plainText(24), blocks },
        {
          ...common,
          close: plainText(24),
          submit: plainText(24),
          clear_on_close: flag,
          notify_on_close: flag,
        },
      ),
      rule((modal) => {
        const inputs = Array.isArray(modal.blocks) && modal.blocks.some((one) => one?.type === 'input')
        return inputs && modal.submit === undefined && 'a modal with inputs needs submit'
      }),
    ),
  )
}

const prompt = object({ title: words(75), message: words(3000) })

const CALLS: Readonly<Record<string, Check>> = {
  'chat.postMessage': all(
    object(
      { channel },
      {
        ...token,
        ...content,
        metadata: json(metadata),
        unfurl_links: flag,
        unfurl_media: flag,
        mrkdwn: flag,
        reply_broadcast: oneOf(false, 'false'),
      },
    ),
    worded,
  ),
  'chat.postEphemeral': all(object({ channel, user }, { ...token, ...content }), worded),
  'chat.update': all(
    object(
      { channel, ts },
      { ...token, ...content, metadata: json(metadata), file_ids: json(list(words(30), 10)) },
    ),
    rule((args) => args.thread_ts !== undefined && 'an update is found by its ts alone'),
    worded,
  ),
  'chat.delete': object({ channel, ts }, token),
  'chat.startStream': all(
    object(
      { channel, thread_ts: ts },
      { ...token, ...streamed, recipient_team_id: words(30, 2, /^[TE]/), recipient_user_id: user },
    ),
    rule((args) => {
      const direct = String(args.channel).startsWith('D')
      const named = args.recipient_team_id !== undefined && args.recipient_user_id !== undefined
      return !direct && !named && 'outside of a direct message the recipient must be named'
    }),
  ),
  'chat.appendStream': all(
    object({ channel, ts }, { ...token, ...streamed }),
    rule((args) => args.markdown_text === undefined && args.chunks === undefined && 'nothing to append'),
  ),
  'chat.stopStream': object(
    { channel, ts },
    { ...token, ...streamed, blocks: content.blocks, metadata: json(metadata), session_status: words(100) },
  ),
  'views.open': object({ trigger_id: words(300), view: view('modal') }, token),
  'views.push': object({ trigger_id: words(300), view: view('modal') }, token),
  'views.update': all(
    object(
      { view: view('modal') },
      { ...token, view_id: words(30), external_id: words(255), hash: words(100) },
    ),
    rule((args) => !args.view_id && !args.external_id && 'neither view_id nor external_id'),
  ),
  'views.publish': object({ user_id: user, view: view('home') }, { ...token, hash: words(100) }),
  'assistant.threads.setStatus': object(
    { channel_id: channel, thread_ts: ts, status: words(100, 0) },
    { ...token, loading_messages: json(list(words(100), 10, 1)) },
  ),
  'assistant.threads.setTitle': object({ channel_id: channel, thread_ts: ts, title: words(255) }, token),
  'assistant.threads.setSuggestedPrompts': object(
    { channel_id: channel, prompts: json(list(prompt, 4, 1)) },
    { ...token, thread_ts: ts, title: words(255) },
  ),
  'reactions.add': object({ channel, timestamp: ts, name: words(100, 1, /^[a-z0-9_'+-]+$/) }, token),
  'reactions.remove': object({ channel, timestamp: ts, name: words(100, 1, /^[a-z0-9_'+-]+$/) }, token),
  'files.getUploadURLExternal': object(
    { filename: words(255), length: whole(1, 1_000_000_000) },
    { ...token, alt_txt: words(1000), snippet_type: words(100) },
  ),
  'files.completeUploadExternal': object(
    { files: json(list(object({ id: words(30) }, { title: words(255) }), 10, 1)) },
    {
      ...token,
      channel_id: channel,
      thread_ts: ts,
      initial_comment: all(words(4000), calm),
      blocks: content.blocks,
    },
  ),
}
