import { createApi } from '#main/api/router.ts'
import { cli } from './cli.ts'

const { stdout, stderr, exitCode } = await cli(process.argv.slice(2), createApi({ host: 'cli' }))
// A reader that has seen enough, as `head` has, is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
