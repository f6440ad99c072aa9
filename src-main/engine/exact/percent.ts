import { MICROS } from './amount.ts'

/** 100 % in micros of a percent: the denominator of every percentage. */
export const WHOLE_PERCENT = 100 * MICROS
