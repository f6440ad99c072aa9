import { hasFile, WITH_FILE } from '#shared/call-with-file.ts'

export interface RequestBody {
  readonly body: string | Blob
  /** Its content type. */
  readonly type: string
}

/** The input of a call as the body of its request. */
export function requestBodyOf(input: unknown): RequestBody {
  if (!hasFile(input)) return { body: JSON.stringify(input), type: 'application/json' }
  const { file, ...rest } = input
  return { body: new Blob([JSON.stringify(rest), '\n', file]), type: WITH_FILE }
}
