/** Every tool by the name of its command; each is read only when it is asked for. */
import type { Tool } from './tool.ts'

const TOOLS: Readonly<Record<string, () => Promise<Tool>>> = {
  metrics: async () => (await import('./metrics.ts')).metrics,
  'bias-variance': async () => (await import('./bias-variance.ts')).biasVariance,
  data: async () => (await import('./data.ts')).data,
  estimate: async () => (await import('./estimate.ts')).estimate,
  'choose-metric': async () => (await import('./choose-metric.ts')).chooseMetric,
  'choose-model': async () => (await import('./choose-model.ts')).chooseModel,
  'ab-test': async () => (await import('./ab-test.ts')).abTest,
  diagram: async () => (await import('./diagram.ts')).diagram,
}

/** The tool of a command; undefined where the command is none of a tool. */
export const toolNamed = async (name: string): Promise<Tool | undefined> =>
  Object.hasOwn(TOOLS, name) ? TOOLS[name]?.() : undefined
