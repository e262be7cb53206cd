import { virtualClock } from '../../src/clock.ts'
import { mailboxContract, START } from './contract.ts'
import { fakeMailbox, nothing } from './fake.ts'

mailboxContract('the fake', async () => {
  const kept = nothing()
  const clock = virtualClock(START)
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
