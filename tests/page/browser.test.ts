/** The page in a real browser: readable by everyone, light and dark, on a small screen and on paper. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draw } from '../../src/chart/chart.ts'
import type { Picture } from '../../src/chart/picture.ts'
import { reportOf } from '../../src/interview/report.ts'
import { reportPage, type Shown } from '../../src/page/page.ts'
import { full, told } from '../interview/told.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const shown = async (picture: Picture): Promise<Shown> => {
  const [light, dark] = await Promise.all([draw(picture, 'light'), draw(picture, 'dark')])
  return { light: light.svg, dark: dark.svg, alt: light.alt }
}

describe.skipIf(CHROMIUM === undefined)(
  `in Chromium${CHROMIUM === undefined ? ' (left out: there is none on this machine; "apt-get install chromium" brings it)' : ''}`,
  () => {
    let browser: Browser
    let html = ''
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
      html = reportPage(report, talk.log, { scores })
    }, 60_000)
    afterAll(() => browser?.close())

    const opened = async (colorScheme: 'light' | 'dark', width = 1200) => {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height: 900 },
        javaScriptEnabled: true,
      })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.setContent(html, { waitUntil: 'load' })
      return { page, asked }
    }

    it.each(['light', 'dark'] as const)(
      'is accessible, %s',
      async (scheme) => {
        const { page, asked } = await opened(scheme)
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

    it('shows one drawing of the two, and nothing wider than a telephone', async () => {
      const { page } = await opened('dark', 390)
      expect(await page.locator('figure .dark svg:visible').count()).toBe(1)
      expect(await page.locator('figure .light svg:visible').count()).toBe(0)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      await page.close()
    }, 60_000)

    it('prints in black on white, with everything on it', async () => {
      const { page } = await opened('dark')
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      )
      expect(await page.locator('nav:visible').count()).toBe(0)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await page.close()
    }, 60_000)
  },
)
