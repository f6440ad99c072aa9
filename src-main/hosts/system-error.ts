const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not use this file or folder',
  EPERM: 'you may not use this file or folder',
  EROFS: 'the disk is read-only',
  EFBIG: 'it would be larger than a file may be here',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your space on this disk is used up',
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EBUSY: 'another program is using it',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
}

/** Why a file could not be read or written, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? error.message
}

/** Whether the system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
