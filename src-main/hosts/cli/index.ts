import { createApi } from '#main/api/router.ts'
import { complain, print } from '../terminal.ts'
import { cli } from './cli.ts'
import { standardInput } from './standard-input.ts'

// Whoever looks for a defect asks for where it was thrown; scripts read one line of it.
const onDefect = (error: unknown): void => {
  if (process.env['TIERWISE_DEBUG'] === undefined) return
  complain(error instanceof Error ? String(error.stack) : String(error))
}

const api = createApi({ host: 'cli', onDefect })
const { stdout, stderr, exitCode } = await cli(process.argv.slice(2), api, {
  stdin: () => standardInput(process.stdin, complain),
  onDefect,
})
const whyNotOut = await print(process.stdout, stdout)
const notOut =
  whyNotOut === null ? '' : `output.failed: Standard output could not be written: ${whyNotOut}.\n`
const whyNotTold = await print(process.stderr, stderr + notOut)
// An answer that did not arrive is a failure, whatever else is said by the code.
const failed = whyNotOut !== null || whyNotTold !== null
process.exitCode = failed && exitCode === 0 ? 1 : exitCode
