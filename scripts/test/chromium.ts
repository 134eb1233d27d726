/** The browser that the stories drive: found, or installed where that is possible without asking. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installMissing } from './debian.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The fonts are part of the page: without them a text is measured in boxes. */
const packages = ['chromium', 'fonts-liberation', 'fonts-noto-core']

/** The path of `CAIRN_TEST_CHROMIUM`, else of a browser that this machine can start. */
export function findChromium() {
  const chosen = process.env.CAIRN_TEST_CHROMIUM
  if (chosen) return existsSync(chosen) ? chosen : undefined
  return names.flatMap(pathsOf).find(starts)
}

/** Installs the browser and the fonts on Debian as root; elsewhere says what is missing. */
export function prepareChromium() {
  if (!process.env.CAIRN_TEST_CHROMIUM) installMissing('the stories', packages)
  const browser = findChromium()
  if (browser) console.log(`Browser: ${browser}`)
  else console.log('No browser, so the stories are skipped. Install Chromium, or name one in CAIRN_TEST_CHROMIUM.')
  return browser
}

function pathsOf(name: string) {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => `${folder}/${name}`)
    .filter((path) => existsSync(path))
}

/** Ubuntu's `chromium` is a placeholder that only tells to install something else. */
function starts(path: string) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}
