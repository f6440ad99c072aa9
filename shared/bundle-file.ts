export const BUNDLE_EXTENSION = 'tierwise'
/** What one bundle may weigh; hosts refuse more before they read it. */
export const MOST_BUNDLE_BYTES = 16 * 1024 * 1024
