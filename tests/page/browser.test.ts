/** The pages in a real browser: readable by everyone, light and dark, on a small screen and on paper. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draw } from '../../src/chart/chart.ts'
import type { Picture } from '../../src/chart/picture.ts'
import { reportOf } from '../../src/interview/report.ts'
import { historyPage } from '../../src/page/history.ts'
import { reportPage, type Shown } from '../../src/page/page.ts'
import { full, told } from '../interview/told.ts'
import { courseOf } from './course.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const WIDTH = 'document.documentElement.scrollWidth'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const shown = async (picture: Picture): Promise<Shown> => {
  const [light, dark] = await Promise.all([draw(picture, 'light'), draw(picture, 'dark')])
  return { light: light.svg, dark: dark.svg, alt: light.alt }
}

describe.skipIf(CHROMIUM === undefined)(
  `in Chromium${CHROMIUM === undefined ? ' (left out: there is none on this machine; "apt-get install chromium" brings it)' : ''}`,
  () => {
    let browser: Browser
    const pages = new Map<string, string>()
    beforeAll(async () => {
      const { chromium } = await import('playwright-core')
      browser = await chromium.launch({
        executablePath: CHROMIUM ?? '',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
        ],
      })
      const talk = told(full)
      const report = reportOf(talk)
      const scores = await shown({
        ...{ kind: 'scores', level: 'mid', most: 4 },
        marks: report.stages.map(({ title, mark }) => ({ name: title, mark: mark ?? undefined, bar: 3 })),
      })
      pages.set('report', reportPage(report, talk.log, { scores }))
      pages.set('history', historyPage(courseOf()))
    }, 60_000)
    afterAll(() => browser?.close())

    const opened = async (which: string, colorScheme: 'light' | 'dark', width = 1200) => {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height: 900 },
        javaScriptEnabled: true,
      })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.setContent(pages.get(which) ?? '', { waitUntil: 'load' })
      return { page, asked }
    }

    it.each([
      ['report', 'light'],
      ['report', 'dark'],
      ['history', 'light'],
      ['history', 'dark'],
    ] as const)(
      'the %s is accessible, %s',
      async (which, scheme) => {
        const { page, asked } = await opened(which, scheme)
        // Its own policy keeps scripts out of the page; the checker is put in by the browser itself.
        const found = await page.evaluate(
          `${AXE}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))`,
        )
        expect(found).toEqual([])
        expect(asked.filter((url) => /^https?:/.test(url))).toEqual([])
        await page.close()
      },
      60_000,
    )

    it('the report shows one drawing of the two, and nothing wider than a telephone', async () => {
      const { page } = await opened('report', 'dark', 390)
      expect(await page.locator('figure .dark svg:visible').count()).toBe(1)
      expect(await page.locator('figure .light svg:visible').count()).toBe(0)
      expect(await page.evaluate(WIDTH)).toBeLessThanOrEqual(390)
      await page.close()
    }, 60_000)

    it.each([
      [1200, '.broad', '.narrow'],
      [360, '.narrow', '.broad'],
    ])(
      'the history fits a width of %i, with its picture for that',
      async (width, shown, hidden) => {
        const { page } = await opened('history', 'light', width)
        expect(await page.locator(`${shown} svg:visible`).count()).toBe(1)
        expect(await page.locator(`${hidden} svg:visible`).count()).toBe(0)
        expect(await page.evaluate(WIDTH)).toBeLessThanOrEqual(width)
        expect((await page.locator(`${shown} svg`).boundingBox())?.width).toBeGreaterThan(300)
        await page.close()
      },
      60_000,
    )

    it('the picture of the history is drawn in the colours of its ground', async () => {
      const grounds = await Promise.all(
        (['light', 'dark'] as const).map(async (scheme) => {
          const { page } = await opened('history', scheme)
          const colour = await page.evaluate(
            "getComputedStyle(document.querySelector('.broad .line')).stroke",
          )
          await page.close()
          return colour
        }),
      )
      expect(grounds).toEqual(['rgb(11, 92, 148)', 'rgb(124, 196, 245)'])
    }, 60_000)

    it.each(['report', 'history'])(
      'the %s prints in black on white, with everything on it',
      async (which) => {
        const { page } = await opened(which, 'dark', 360)
        await page.emulateMedia({ media: 'print' })
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
          'rgb(255, 255, 255)',
        )
        expect(await page.locator('nav:visible').count()).toBe(0)
        expect(await page.locator('figure svg:visible').count()).toBeGreaterThan(0)
        const pdf = await page.pdf({ format: 'A4' })
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
        await page.close()
      },
      60_000,
    )
  },
)
