/** Debian's packages: which are missing, and installing them where that is possible without asking. */
import { spawnSync } from 'node:child_process'

function isInstalled(name: string) {
  const { status, stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' })
  return status !== null && stdout.endsWith(' installed')
}

/** Installs what is missing as root; elsewhere says what to install. `purpose` is what needs them. */
export function installMissing(purpose: string, names: readonly string[]) {
  if (spawnSync('dpkg-query', ['--version']).status === null) return
  const missing = names.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  const byHand = `apt-get install --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) return console.log(`For ${purpose}, as root: ${byHand}`)
  console.log(`Installing ${missing.join(', ')}…`)
  const install = () => aptGet('install', '--yes', '--no-install-recommends', ...missing)
  if (!install() && !(aptGet('update') && install())) console.log(`It did not work. By hand: ${byHand}`)
}

function aptGet(...parts: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    spawnSync('apt-get', ['--quiet', ...parts], { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
      .status === 0
  )
}
