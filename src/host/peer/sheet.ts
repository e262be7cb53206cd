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
export const factSheet = ({ flow, problem, context, words: { sheet } }: Scene): Card => {
  const { level, minutes } = context.options
  const own = problem.levels[level]
  return {
    tone: 'answer',
    title: sheet.title({ problem: problem.title }),
    text: [
      sheet.about({ flow: flow.title, minutes, level }),
      `**${sheet.opening}** ${problem.opening}`,
      ...(own ? [`**${sheet.atLevel}** ${own}`] : []),
      ...section(
        sheet.facts,
        problem.facts.map(({ topic, says }) => `${topic}: ${says}`),
      ),
      ...section(
        sheet.reach,
        problem.mustReach.map(({ says }) => says),
      ),
      ...section(
        sheet.traps,
        problem.traps.map(({ says }) => says),
      ),
      ...section(
        sheet.figures,
        problem.checks.map(({ asks, value, unit }) => `${asks} ${value} ${unit}`),
      ),
    ].join('\n\n'),
  }
}

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`**${title}**\n${items.map((item) => `- ${item}`).join('\n')}`]

/** What belongs to the stage that was just opened. */
export const stageSheet = (scene: Scene, interview: string): Card => {
  const { flow, problem, context, words } = scene
  const { sheet } = words
  const stage = planOf(flow).stage(context.stage)
  const plan = planned(flow, stage, context.options.minutes)
  const twist = stage.twist ? (problem.twist?.says ?? flow.twists[0]?.says) : undefined
  return {
    tone: 'answer',
    title: `${stage.title}: ${clockTime(plan)}`,
    text: [
      `**${sheet.openWith}** ${stage.opening}`,
      ...section(sheet.probes, probesOf(scene, stage)),
      ...(twist ? [`**${sheet.twist}** ${twist}`] : []),
      ...section(sheet.criteria, criteriaOf(scene, stage)),
    ].join('\n\n'),
    footer: statusLine(scene),
    buttons: movesOf(interview, words),
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
  const { sheet } = scene.words
  const stage = title(line.stage)
  const [last, before] =
    line.kind === 'nudge' ? [sheet.usedUpLast, sheet.usedUp] : [sheet.wellOverLast, sheet.wellOver]
  return {
    tone: 'notice',
    text: line.next === undefined ? last({ stage }) : before({ stage, next: title(line.next) }),
    footer: statusLine(scene),
    buttons: movesOf(interview, scene.words),
  }
}
