import type { IncomingMessage } from 'node:http'

/** What a body says that it is, without its parameters. */
export const contentTypeOf = ({ headers }: IncomingMessage): string =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
