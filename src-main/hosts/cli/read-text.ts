import { readFile } from 'node:fs/promises'
import { refuse, succeed } from '#shared/problem.ts'
import type { Read } from './command.ts'

/** Reads files by name, and standard input for `-`. */
export const fileReader =
  (stdin: () => Promise<string>): Read =>
  async (name) => {
    try {
      return succeed(name === '-' ? await stdin() : await readFile(name, 'utf8'))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return refuse({ code: 'input.unreadable', message: `Cannot read ${name}: ${reason}.`, path: '' })
    }
  }
