import { refuse, succeed } from '#shared/problem.ts'
import { reasonOf } from '../system-error.ts'
import { writeWhole } from '../write-file.ts'
import type { Write } from './command.ts'

/** Refused with `file.not_written`, and why. */
export const writeFile: Write = async (name, bytes) => {
  try {
    await writeWhole(name, bytes)
    return succeed({})
  } catch (error) {
    const message = `"${name}" could not be written: ${reasonOf(error)}.`
    return refuse({ code: 'file.not_written', message, path: '' })
  }
}
