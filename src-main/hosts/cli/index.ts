import { createApi } from '#main/api/router.ts'
import { cli } from './cli.ts'

const { stdout, stderr, exitCode } = await cli(process.argv.slice(2), createApi({ host: 'cli' }))
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
