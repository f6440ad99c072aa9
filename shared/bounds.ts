/*
 * How long a text and a list of any document, file or call may be: more than a person ever meets, and little enough that
 * whatever holds as much is still read, checked, found and billed.
 *
 * They hold for what is read from the store, too, in which a Tierwise without them may have written more. Such a document
 * stays as it is, is told of as `document.beyond_bounds`, and is never called damaged. A bound may be raised at any time;
 * one that is lowered shuts documents out.
 */

/** Characters (UTF-16 code units) of an id, a name or a label. */
export const MOST_NAME = 1000
/** Characters of what is said in sentences: a description, a note. */
export const MOST_TEXT = 20_000
/** Characters of a web address, or of a file's place: no system knows a longer one. */
export const MOST_ADDRESS = 32_767
/** Characters of an instant, whose fractions of a second may have any number of digits. */
export const MOST_INSTANT = 64

/**
 * What a person lists one by one: workspaces, tiers, sources, features, discounts, variants. Some of it is priced for
 * every other, so that the work grows with the square of their number.
 */
export const MOST_ITEMS = 1000
/** What may be listed by a program: burn rates of every model, grants, the datasets of a company. */
export const MOST_ENTRIES = 10_000
/** Members, billing groups and API keys of an account, the modelled usage of each, and the dated changes to it. */
export const MOST_PEOPLE = 20_000
/** Usage events of a scenario. */
export const MOST_EVENTS = 1_000_000
/** Months written out one by one; a run is no longer. */
export const MOST_MONTHS = 120
/** How busy a weekday can be said to be: fine enough for any week. */
export const MOST_BUSY = 100
/** More days than the longest run has. */
export const MOST_DAYS = 4000
/**
 * More than any vendor's ladder has, variants of its plans among them (the presets have up to eight). Curves are drawn
 * for every plan and between every two, so the work grows with the square of their number.
 */
export const MOST_PLANS = 50
/** Variants that are kept with a scenario: as many as a person can hold beside one another. */
export const MOST_VARIANTS = 8
/** The most usages that one call compares: more would keep others waiting. */
export const MOST_USAGES = 32

/** Rows that are shown of a result at once: far more than a screen has room for. */
export const MOST_ROWS = 500

/** Values, of any kind and at any depth, of what a file holds; the largest account that is meant has half of them. */
export const MOST_VALUES = 1_000_000
/** Values of what a result must come to. */
export const MOST_EXPECTED = 100_000
/** Levels of lists and objects within one another: few enough for code that walks a value by calling itself. */
export const MOST_LEVELS = 64
