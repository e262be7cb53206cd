import { defineConfig } from 'vitest/config'

/** Rooms whose tests leave nothing behind in their process: their files share workers, which load the sources once. */
const TOGETHER = [
  'evaluation',
  'flow',
  'grader',
  'host',
  'interview',
  'interviewer',
  'model',
  'numbers',
  'platform',
  'practice',
  'prompt',
  'tools',
].map((room) => `tests/${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    setupFiles: ['tests/seeded.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 4,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ['tests/**/*.test.ts'], exclude: TOGETHER },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: TOGETHER,
          isolate: false,
          setupFiles: ['tests/seeded.ts', 'tests/discord-first.ts'],
        },
      },
    ],
  },
})
