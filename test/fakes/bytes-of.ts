/** A file of so much text. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** The text of a file, as it was exported. */
export const textOf = ({ file }: { readonly file: Uint8Array }): string => new TextDecoder().decode(file)
