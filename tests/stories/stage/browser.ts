/** One Chromium for a file of stories, and windows in it that notice every complaint of their pages. */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
} from 'playwright-core'

export const wide = { viewport: { width: 1280, height: 800 } }
export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

/** A name that browsers trust no more than any other machine on a home network. */
export const homeNetworkName = 'cairn.test'

/** A window with cookies and drafts of its own. Its tabs belong to one person. */
export interface Window {
  readonly context: BrowserContext
  /** The first tab. */
  readonly page: Page
  /** Errors of pages and of the console, as they came. */
  readonly complaints: string[]
  /** Complaints that this story provokes. */
  forgive(...expected: RegExp[]): void
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${homeNetworkName} 127.0.0.1`,
]

/** What draws WebGL without a graphics card. It draws everything else slowly, so only those who need it ask for it. */
export const webGl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CAIRN_TEST_CHROMIUM'] ?? '', args: [...flags, ...more] })
}

const patience = 30_000

export async function openWindow(browser: Browser, device: BrowserContextOptions = wide): Promise<Window> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...device })
  context.setDefaultTimeout(patience)
  const forgiven: RegExp[] = [visitorIsAsked]
  const complaints: string[] = []
  const hear = (words: string) => {
    if (!forgiven.some((expected) => expected.test(words))) complaints.push(words)
  }
  context.on('console', (message) => message.type() === 'error' && hear(inWords(message)))
  context.on('weberror', (fault) => hear(String(fault.error().stack)))
  await context.addInitScript(complainAboutPolicy)
  return {
    context,
    page: await context.newPage(),
    complaints,
    forgive: (...expected) => void forgiven.push(...expected),
  }
}

/** Whether somebody is signed in is asked with the cookie, and a visitor has none. */
const visitorIsAsked = /401 .*\/account\/refresh$/

const inWords = (message: ConsoleMessage) => `${message.text()} ${message.location().url}`

function complainAboutPolicy() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`The content security policy (${violatedDirective}) refused ${blockedURI}`),
  )
}
