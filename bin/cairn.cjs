#!/usr/bin/env node
/*
 * The command `cairn`. Whatever Node the machine has, the product runs on Node 24, which npm brought along.
 * Old syntax on purpose: this file has to be readable by a Node that the rest is not.
 */
'use strict'

var spawn = require('child_process').spawn
var spawnSync = require('child_process').spawnSync
var fs = require('fs')
var path = require('path')
var tty = require('tty')

var root = path.dirname(path.dirname(fs.realpathSync(__filename)))
var cli = path.join(root, 'src', 'cli.ts')
var server = path.join(root, 'scripts', 'serve.sh')

if (!isInstalled()) install()
run(findNode())

/** npm writes the inner file last, so it proves a whole install, and its age tells of which packages. */
function isInstalled() {
  var wanted = fs.statSync(path.join(root, 'package-lock.json'))
  try {
    return fs.statSync(path.join(root, 'node_modules', '.package-lock.json')).mtime >= wanted.mtime
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Everything it prints goes to stderr: stdout belongs to the command that was asked for. */
function install() {
  var result = spawnSync('sh', [path.join(root, 'scripts', 'prepare.sh'), 'install'], { stdio: ['ignore', 2, 2] })
  if (result.status !== 0) process.exit(1)
}

function findNode() {
  var own = path.join(root, 'node_modules', 'node-' + process.platform + '-' + process.arch, 'bin', 'node')
  if (fs.existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error('cairn: Cairn needs Node 24 or newer; this is ' + process.version + '.')
  process.exit(1)
}

function start(node, args) {
  process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || path.join(root, 'node_modules', '.cache', 'node')
  if (args[0] !== 'serve' || args.indexOf('--help') !== -1) return spawn(node, [cli].concat(args), { stdio: 'inherit' })
  var env = Object.assign({}, process.env, { PATH: path.dirname(node) + path.delimiter + process.env.PATH })
  return spawn('sh', [server].concat(args.slice(1)), { stdio: 'inherit', env: env })
}

function run(node) {
  var child = start(node, process.argv.slice(2))
  var signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(function (signal) {
    process.on(signal, function () {
      // A terminal sends Ctrl-C to the whole group, so the child has it already.
      if (signal !== 'SIGINT' || !tty.isatty(0)) child.kill(signal)
    })
  })
  child.on('error', function (error) {
    console.error('cairn: ' + node + ' does not start: ' + error.message)
    process.exit(1)
  })
  child.on('exit', function (code, signal) {
    if (!signal) process.exit(code)
    signals.forEach(function (name) {
      process.removeAllListeners(name)
    })
    process.kill(process.pid, signal)
  })
}
