import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const OUT = resolve(import.meta.dirname, '../../out')

/**
 * A copy of the built program whose migrations wait, half done, for `letGoOn` in the folder of the documents or for being
 * called off; gone when the test ends.
 */
export function heldBuild() {
  const project = mkdtempSync(join(tmpdir(), 'tierwise-held-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  const out = join(project, 'out')
  mkdirSync(out)
  cpSync(join(OUT, 'main'), join(out, 'main'), { recursive: true })
  for (const part of ['renderer', 'preload']) symlinkSync(join(OUT, part), join(out, part), 'junction')
  const keeper = new URL('held-keeper.ts', import.meta.url).href
  writeFileSync(join(out, 'main/keeper.js'), `import ${JSON.stringify(keeper)}\n`)
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  const entry = join(project, 'start.js')
  const start = `import { start } from './out/main/start.js'`
  writeFileSync(
    entry,
    `${start}\nprocess.exitCode = await start(import.meta.dirname, process.argv.slice(2))\n`,
  )
  return {
    /** What `npm start` runs. */
    entry,
    /** What Electron runs. */
    main: join(out, 'main/index.js'),
  }
}

export const letGoOn = (folder: string): void => writeFileSync(join(folder, 'go-on'), '')
