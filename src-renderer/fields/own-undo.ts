/** Fields whose text is nobody's but their own until it is entered: a name, a search, a key. */
export const OWN_UNDO = { 'data-own-undo': true } as const
