export const BUNDLE_EXTENSION = 'tierwise'
/**
 * What one bundle may weigh; hosts refuse more before they read it. The largest account that is meant, of 5,000 members and
 * three years of daily events of 50 keys, weighs 18 MB.
 */
export const MOST_BUNDLE_BYTES = 32 * 1024 * 1024
/** The same as a person is told. */
export const MOST_BUNDLE_SIZE = '32 MB'
