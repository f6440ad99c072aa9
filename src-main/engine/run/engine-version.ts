/** Rises whenever the same input may give other bytes than before; every result carries it. */
export const ENGINE_VERSION = '0.1.0'
