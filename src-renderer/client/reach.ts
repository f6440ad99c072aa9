/** How a host is found: it answers, it does not, or it was started anew and does not know this window. */
export type Reach = 'answers' | 'silent' | 'foreign'
