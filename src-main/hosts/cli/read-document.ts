import { excessOf } from '#main/export/untrusted-json.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Read } from './command.ts'

/**
 * Reads a JSON document from a file, or from standard input when the name is `-`. Refused with `input.unreadable`,
 * `bundle.too_deep` and `input.not_json`. A year of usage events has more values than a file that is handed on.
 */
export async function readDocument(read: Read, name: string | undefined): Promise<Result<unknown>> {
  if (name === undefined) {
    return refuse({ code: 'cli.missing_operand', message: 'Name a file, or - for standard input.', path: '' })
  }
  const content = await read(name)
  if (!content.ok) return content
  const excess = excessOf(content.value, Number.POSITIVE_INFINITY)
  if (excess) return refuse(excess)
  try {
    return succeed(JSON.parse(content.value))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `${name === '-' ? 'Standard input' : name} is not JSON: ${reason}.`
    return refuse({ code: 'input.not_json', message, path: '' })
  }
}
