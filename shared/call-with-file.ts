/*
 * How the input of a call that has a file crosses over HTTP: the rest of the input as a line of JSON, and after it the
 * bytes of the file as they are. As text within the JSON they would have to be read and written out by the page.
 */

/** The content type of such a body; no form can send it either. */
export const WITH_FILE = 'application/octet-stream'

/** How many bytes a body may have more than its file, the end of the line among them. */
export const MOST_BEFORE_FILE = 1000

interface WithFile {
  readonly file: Uint8Array<ArrayBuffer>
}

export function hasFile(input: unknown): input is WithFile {
  return typeof input === 'object' && input !== null && 'file' in input && input.file instanceof Uint8Array
}
