/** Hands that never leave the keyboard, and eyes that must always see where they are. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const mostStops = 60

/** Presses keys one after the other; after each, the place of the focus must be visible. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expectVisibleFocus(page, `after ${key}`)
  }
}

/** Tabs on until the focus is on something of this name. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await press(page, 'Tab')
    const focused = await page.evaluate(nameOfFocus)
    if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return
  }
  throw new Error(`${String(name)} is not within ${mostStops} steps of the tab key`)
}

/** Runs in the page: what the focused thing is called. */
function nameOfFocus(): string {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement)) return focused?.getAttribute('aria-label') ?? ''
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.innerText : undefined
  return focused.getAttribute('aria-label') ?? label ?? focused.innerText.trim()
}

/** A page that is still drawing gets a moment. */
export async function expectVisibleFocus(page: Page, when: string): Promise<void> {
  const findFault = async () => (await page.evaluate(faultOfMark)) ?? (await page.evaluate(faultOfPlace)) ?? 'none'
  await expect.poll(findFault, { timeout: 10_000, message: `the focus ${when}` }).toBe('none')
}

/** Runs in the page: why nobody could tell which thing has the focus. Where a page begins needs no mark. */
function faultOfMark(): string | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'nothing has the focus'
  if (focused.matches('main, textarea, input:not([type="checkbox"], [type="radio"])')) return undefined
  const near = [focused, focused.parentElement, focused.nextElementSibling, ...focused.querySelectorAll('*')]
  const isMarked = near.some((element) => {
    if (!element) return false
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(element)
    if (element instanceof SVGGeometryElement) return !/^none$|, 0\)$/.test(stroke) && parseFloat(strokeWidth) >= 2
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  })
  return isMarked ? undefined : `no outline: ${focused.outerHTML.slice(0, 200)}`
}

/** Runs in the page: why the thing with the focus cannot be seen. */
function faultOfPlace(): string | undefined {
  const focused = document.activeElement
  if (!focused || focused.matches('main')) return undefined
  const name = focused.outerHTML.slice(0, 200)
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
  const onTop = document.elementFromPoint(x, y)
  if (!onTop) return `out of sight: ${name}`
  const isSeen = onTop.contains(focused) || (focused.parentElement ?? focused).contains(onTop)
  return isSeen ? undefined : `covered by ${onTop.outerHTML.slice(0, 100)}: ${name}`
}
