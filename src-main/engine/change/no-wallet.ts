/** What is said of money for a balance that the scenario does not give the account. */
export const NO_WALLET = 'The scenario gives the account no prepaid balance of its own.'
