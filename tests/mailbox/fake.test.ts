import { virtualClock } from '../../src/clock.ts'
import { mailboxContract } from './contract.ts'
import { fakeMailbox, nothing } from './fake.ts'
import { turnable } from './turnable.ts'

mailboxContract('the fake', async (start) => {
  const kept = nothing()
  const clock = turnable(virtualClock(start))
  let mailbox = fakeMailbox(clock, kept)
  return {
    mailbox,
    clock,
    async reopen(how) {
      if (how === 'stopped') await mailbox.stop()
      mailbox = fakeMailbox(clock, kept)
      return mailbox
    },
    fail(failing) {
      kept.failing = failing
    },
    settle: () => clock.advance(0),
    close: async () => {},
  }
})
