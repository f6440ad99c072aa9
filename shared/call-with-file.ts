/*
 * How an input or an answer that has a file crosses over HTTP: the rest of it as a line of JSON, and after it the bytes of
 * the file as they are. As text within the JSON they would have to be written out and read by the page. A refusal is JSON
 * as ever.
 */

/** The content type of such a body; no form can send it either. */
export const WITH_FILE = 'application/octet-stream'

/** How many bytes a body may have more than its file, the end of the line among them. */
export const MOST_BEFORE_FILE = 1000

/** What ends the line in front of the file. */
export const LINE_END = 0x0a

export interface WithFile {
  readonly file: Uint8Array<ArrayBuffer>
}

export function hasFile(value: unknown): value is WithFile {
  return typeof value === 'object' && value !== null && 'file' in value && value.file instanceof Uint8Array
}
