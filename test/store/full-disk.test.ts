import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { companyWith, namesIn, storeIn, temporaryFolder, valueOf } from './support.ts'

/** Of 512 or 1024 bytes, as the shell counts: the log comes to its end in the middle of a transaction. */
const MOST_BLOCKS = 700

it.skipIf(process.platform === 'win32')(
  'keeps every accepted edit, and lets them be read, where the system cuts a write to the log short',
  () => {
    const folder = temporaryFolder()
    storeIn(folder).close()
    const writer = join(import.meta.dirname, 'fill-writer.ts')
    const limited = `trap '' XFSZ; ulimit -f ${MOST_BLOCKS}; exec "$0" "$1" "$2"`
    const { stdout, stderr } = spawnSync('sh', ['-c', limited, process.execPath, writer, folder], {
      encoding: 'utf8',
    })
    const said = stdout.trim().split('\n')
    const accepted = said.length - 1
    expect(stderr).toBe('')
    expect(accepted).toBeGreaterThan(5)
    expect(said.at(-1)).toBe(`store.failed ${accepted}`)

    const store = storeIn(folder)
    expect(valueOf(store.info()).trouble).toBe(null)
    expect(namesIn(store)).toHaveLength(accepted)
    expect(valueOf(store.check()).findings).toEqual([])
    valueOf(store.library.create({ name: 'With room again', document: companyWith('x') }))
  },
)
