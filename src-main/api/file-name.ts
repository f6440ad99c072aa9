const LONGEST = 100

/** A document's name as a file's: without what a common file system takes for something else. */
export function fileNameOf(name: string, extension: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = name.replaceAll(/[\\/:*?"<>|\u0000-\u001f]+/g, '-').replaceAll(/^[-. ]+|[-. ]+$/g, '')
  return `${plain.slice(0, LONGEST) || 'scenario'}.${extension}`
}
