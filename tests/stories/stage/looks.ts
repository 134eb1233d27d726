/** Whether a page is whole: nothing sticks out, everybody can use it, and a picture of it to look at. */
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone, wide } from './browser.ts'

export const devices: [name: string, device: BrowserContextOptions][] = [
  ['wide', wide],
  ['phone', phone],
]

/** What the second scheme changes is the colours. */
const schemes = [
  ['light', []],
  ['dark', ['color-contrast']],
] satisfies ['light' | 'dark', string[]][]

/** Looks at a page in both schemes. Faults are collected, so that one round shows them all. */
export async function look(page: Page, name: string): Promise<void> {
  for (const [colorScheme, rules] of schemes) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    expect.soft(await page.evaluate(whatSticksOut), `${name}, ${colorScheme}: sticks out`).toEqual([])
    expect.soft(await findObstacles(page, rules), `${name}, ${colorScheme}: obstacles`).toEqual([])
    await picture(page, `${name}-${colorScheme}`)
  }
}

/** What keeps people out, according to axe; without rules, all of them. */
async function findObstacles(page: Page, rules: string[]) {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(describe).join('\n')}`)
}

const describe = ({ html, failureSummary = '' }: { html: string; failureSummary?: string }) =>
  `${html.slice(0, 160)} ${failureSummary}`

/** Runs in the page: what makes it scroll sideways. */
function whatSticksOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  )
  return [
    `${scrollWidth} of ${clientWidth} pixels`,
    ...wide.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 160)),
  ]
}

/** A picture in the folder of `CAIRN_TEST_SCREENSHOTS`, if there is somebody to look at it. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['CAIRN_TEST_SCREENSHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
