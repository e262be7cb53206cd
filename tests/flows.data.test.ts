/** A new flow or problem is tested by standing in its folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFlow, parseProblem } from '../src/flow/parse.ts'

const FLOWS = new URL('../flows/', import.meta.url)
const PROBLEMS = new URL('problems/', FLOWS)

const files = (folder: URL): string[] => readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
const read = (folder: URL, name: string): string => readFileSync(new URL(name, folder), 'utf8')
const main = () => parseFlow(read(FLOWS, 'mlsd.yaml'), 'flows/mlsd.yaml')

describe('flows', () => {
  it('are there, the framework of the house among them', () => {
    expect(files(FLOWS)).toContain('mlsd.yaml')
  })

  it.each(files(FLOWS))('%s has no fault and goes by its file name', (name) => {
    expect(parseFlow(read(FLOWS, name), `flows/${name}`).id).toBe(name.replace(/\.ya?ml$/, ''))
  })
})

describe('problems', () => {
  it('are there', () => {
    expect(files(PROBLEMS)).not.toEqual([])
  })

  it.each(files(PROBLEMS))('%s has no fault and goes by its file name', (name) => {
    expect(parseProblem(read(PROBLEMS, name), `flows/problems/${name}`, main()).id).toBe(
      name.replace(/\.ya?ml$/, ''),
    )
  })
})
