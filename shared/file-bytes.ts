import * as z from './zod.ts'
import { checked, must } from './checked.ts'

/** A file as its bytes, which nobody looks into on their way to the thread that reads them. */
export const fileOf = (mostBytes: number) =>
  checked(
    z.instanceof(Uint8Array, { error: 'Expected the bytes of a file.' }),
    must(
      ({ length }) => length <= mostBytes,
      `Expected a file of at most ${String(mostBytes / 1024 / 1024)} MB.`,
    ),
  )
