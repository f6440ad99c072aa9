/** What is said of changes to people where a scenario names none. */
export const NOBODY_NAMED = 'The account names nobody.'
