import { test } from 'vitest'
import { house, QUIET } from './house.ts'
import { person } from './person.ts'
const SIZE = 190_000
const P: Record<string,string> = { words: 'the model ', letters: 'a', digits: '1', numbers: '12 x 3 = 36, ', commas: '1,000,', percent: '5 % of 3 ', paren: '(', bracket: '[', quote: '"', tick: '`', pipe: '|', arrow: 'a -> b ', arrows: '->', nl: '\n', star: '*', under: '_', gt: '>', lt: '<', dash: '-', equals: '1=1=', per: '5 per day per user ', units: '3 GB ', mixed: 'precision 90% recall 80% at 10k qps, ', hash: '# ', tilde: '~', bs: '\\', accents: 'é', zwj: '\u200d', emoji: '😀', rtl: '\u202e', sentences: 'We split by time. ', colon: 'a: b; ', mul: '2 x ', plus: '1 + ', div: '1/', dot: '1.', dots: '.', k: '10k ', spaces: ' ', tabs: '\t', mermaid: 'graph TD\nA-->B\n', tables: '| a | b |\n' }
for (const [name, p] of Object.entries(P)) test(name, { timeout: 120_000 }, async () => {
  const home = await house(); const mia = person(home, 'T1/mia')
  const thread = await mia.start('chat:T1/C1')
  const t = Date.now()
  await mia.file(thread, { name: 'a.txt', mime: 'text/plain', content: (p.repeat(Math.ceil(SIZE / p.length))).slice(0, SIZE/ (Buffer.byteLength(p)/p.length)) })
  await home.pass(QUIET)
  const t1 = Date.now()
  try { await mia.finish(thread) } catch (e) { console.log(name, String(e).slice(0,100)) }
  const t2 = Date.now()
  if (t2 - t > 800) console.log('SLOW', name, t1 - t, t2 - t1)
  home.troubles.splice(0); await home.close().catch((e) => console.log(name, String(e).slice(0, 200)))
})
