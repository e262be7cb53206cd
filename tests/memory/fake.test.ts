import { memoryContract } from './contract.ts'
import { fakeMemory, type Kept } from './fake.ts'

memoryContract('the fake', async () => {
  const kept: Kept = { documents: new Map(), lists: new Map() }
  return {
    memory: fakeMemory(kept),
    reopen: async () => fakeMemory(kept),
    fail(kind) {
      kept.failing = kind
    },
    close: async () => {},
  }
})
