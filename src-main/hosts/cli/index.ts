import { text } from 'node:stream/consumers'
import { createApi } from '#main/api/router.ts'
import { cli } from './cli.ts'

// Whoever looks for a defect asks for where it was thrown; scripts read one line of it.
const onDefect = (error: unknown): void => {
  if (process.env['TIERWISE_DEBUG'] === undefined) return
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

const api = createApi({ host: 'cli', onDefect })
const { stdout, stderr, exitCode } = await cli(process.argv.slice(2), api, {
  stdin: () => text(process.stdin),
  onDefect,
})
// A reader that has seen enough, as `head` has, is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
