import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { refuse, type Result, succeed } from '#shared/problem.ts'

/** Reads a JSON document from a file, or from standard input when the name is `-`. */
export async function readDocument(name: string | undefined): Promise<Result<unknown>> {
  if (name === undefined) {
    return refuse({ code: 'cli.missing_operand', message: 'Name a file, or - for standard input.', path: '' })
  }
  const content = await contentOf(name)
  if (!content.ok) return content
  try {
    return succeed(JSON.parse(content.value))
  } catch (error) {
    return refuse({ code: 'input.not_json', message: `${name} is not JSON: ${messageOf(error)}.`, path: '' })
  }
}

async function contentOf(name: string): Promise<Result<string>> {
  try {
    return succeed(name === '-' ? await text(process.stdin) : await readFile(name, 'utf8'))
  } catch (error) {
    return refuse({
      code: 'input.unreadable',
      message: `Cannot read ${name}: ${messageOf(error)}.`,
      path: '',
    })
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
