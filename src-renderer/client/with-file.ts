import type { Method, Output } from '#shared/api.ts'
import { hasFile, LINE_END, WITH_FILE } from '#shared/call-with-file.ts'
import { type Result, succeed } from '#shared/result.ts'

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

/** The answer that a response holds: the host is ours, and its contract tests hold it to this type. */
export async function answerIn<M extends Method>(response: Response): Promise<Result<Output<M>>> {
  if (response.headers.get('content-type') !== WITH_FILE) {
    // To parse it again would cost every step of a drag.
    const answer: Result<Output<M>> = JSON.parse(await response.text())
    return answer
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  const end = bytes.indexOf(LINE_END)
  const value: Output<M> = {
    ...JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))),
    file: bytes.subarray(end + 1),
  }
  return succeed(value)
}
