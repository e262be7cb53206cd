/** What a person who interviews is shown alone: the facts at the start, and for each stage what to ask and to look for. */
import { reaches, type Stage } from '../../flow/flow.ts'
import { planned } from '../../interview/pace.ts'
import { planOf } from '../../interview/plan.ts'
import type { Card } from '../../platform/card.ts'
import { statusLine } from '../present.ts'
import type { Scene } from '../scene.ts'
import { clockTime } from '../words.ts'
import { movesOf } from './buttons.ts'

/** All that the interviewer knows and the candidate does not. */
export const factSheet = ({ flow, problem, context }: Scene): Card => {
  const { level, minutes } = context.options
  const own = problem.levels[level]
  return {
    tone: 'answer',
    title: `You interview: ${problem.title}`,
    text: [
      `${flow.title}, ${minutes} minutes, ${level} level. Begin with the opening, tell facts only when asked, and give nothing away. What is in this message only you see.`,
      `**Opening:** ${problem.opening}`,
      ...(own ? [`**At this level:** ${own}`] : []),
      ...section(
        'Facts, each for who asks',
        problem.facts.map(({ topic, says }) => `${topic}: ${says}`),
      ),
      ...section(
        'To be reached',
        problem.mustReach.map(({ says }) => says),
      ),
      ...section(
        'Traps',
        problem.traps.map(({ says }) => says),
      ),
      ...section(
        'Figures',
        problem.checks.map(({ asks, value, unit }) => `${asks} ${value} ${unit}`),
      ),
    ].join('\n\n'),
  }
}

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`**${title}**\n${items.map((item) => `- ${item}`).join('\n')}`]

/** What belongs to the stage that was just opened. */
export const stageSheet = (scene: Scene, interview: string): Card => {
  const { flow, problem, context } = scene
  const stage = planOf(flow).stage(context.stage)
  const plan = planned(flow, stage, context.options.minutes)
  const twist = stage.twist ? (problem.twist?.says ?? flow.twists[0]?.says) : undefined
  return {
    tone: 'answer',
    title: `${stage.title}: ${clockTime(plan)}`,
    text: [
      `**Open with:** ${stage.opening}`,
      ...section('Questions that give nothing away', probesOf(scene, stage)),
      ...(twist ? [`**Change a requirement here:** ${twist}`] : []),
      ...section('Criteria', criteriaOf(scene, stage)),
    ].join('\n\n'),
    footer: statusLine(scene),
    buttons: movesOf(interview),
  }
}

const criteriaAt = ({ context }: Scene, stage: Stage) =>
  stage.criteria.filter(
    ({ measured, level }) => measured === undefined && reaches(context.options.level, level),
  )

const probesOf = (scene: Scene, stage: Stage): string[] => [
  ...scene.problem.probes.filter((probe) => probe.stage === stage.id).map(({ asks }) => asks),
  ...criteriaAt(scene, stage).flatMap(({ probes }) => probes.slice(0, 1)),
]

const criteriaOf = (scene: Scene, stage: Stage): string[] =>
  criteriaAt(scene, stage).map(
    ({ name, asks, anchors }) => `**${name}**: ${asks} *1:* ${anchors.partial} *2:* ${anchors.clear}`,
  )

/** The stage has used its time, or more. */
export const timeUp = (
  scene: Scene,
  line: { kind: 'nudge' | 'interrupt'; stage: string; next?: string },
  interview: string,
): Card => {
  const { order } = planOf(scene.flow)
  const title = (id: string): string => order.find((stage) => stage.id === id)?.title ?? id
  const onward = line.next === undefined ? 'Bring it to an end.' : `Go on to ${title(line.next)}.`
  return {
    tone: 'notice',
    text:
      line.kind === 'nudge'
        ? `The time for ${title(line.stage)} is used up. ${onward}`
        : `${title(line.stage)} is well over its time, which the other stages will lack. ${onward}`,
    footer: statusLine(scene),
    buttons: movesOf(interview),
  }
}
