#!/usr/bin/env node
/*
 * Starts mlsd on a Node that is new enough. Written so that Node 12 can read it: an old Node is to say what is wrong
 * instead of stumbling over the first line.
 */

// biome-ignore-start lint/style/useNodejsImportProtocol: Node 12 has no `node:` names.
const { spawn } = require('child_process')
const { existsSync, realpathSync } = require('fs')
const { enableCompileCache } = require('module')
const { join } = require('path')
// biome-ignore-end lint/style/useNodejsImportProtocol: as above.

const WANTED = [24, 9]
const project = join(__dirname, '..')
const own = join(project, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const isNewEnough = (version) => {
  const [major, minor] = version.split('.').map(Number)
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])
}

/** Whether the Node that came with the project is there, and is not the one that runs this. */
const hasOwn = () => existsSync(own) && realpathSync(own) !== realpathSync(process.execPath)

/** Compiled sources are kept beside the packages, which halves the time to the first prompt. */
const runHere = () => {
  enableCompileCache(join(project, 'node_modules', '.cache', 'mlsd'))
  import('../src/main.ts')
    .then(({ main }) => main())
    .catch((error) => {
      say(`${error.stack}\nmlsd could not start. If packages are missing, run "npm ci" in ${project}.`)
      process.exitCode = 3
    })
}

/** Runs the same command on the project's own Node: signals go there, and its end is the end of this. */
const runOnOwn = () => {
  const child = spawn(own, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) {
    // A terminal sends Ctrl-C to both by itself.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  child.on('error', refuse)
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

const refuse = () => {
  say(
    `mlsd needs Node ${WANTED.join('.')} or newer; this is ${process.versions.node}.\n` +
      `Run "npm ci" in ${project}: it brings the right one along. Then try again.`,
  )
  process.exitCode = 1
}

const say = (words) => process.stderr.write(`${words}\n`)

if (isNewEnough(process.versions.node)) runHere()
else if (hasOwn()) runOnOwn()
else refuse()
