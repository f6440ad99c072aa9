import { extname } from 'node:path'
import { BUNDLE_EXTENSION } from '#shared/bundle-file.ts'

/** Whether a file is a scenario by its name. */
export const isBundleFile = (file: string): boolean => extname(file).toLowerCase() === `.${BUNDLE_EXTENSION}`
