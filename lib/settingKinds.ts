import { z } from 'zod';

/** true or false, in the usual spellings. */
export const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], 'must be true or false')
  .transform((value) => value === '1' || value === 'true' || value === 'yes');

/** A whole number. */
export const count = (fallback: number, min: number, max: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`)
    .default(fallback);

/** A size: megabytes as given, bytes afterwards. */
export const megabytes = (fallback: number, max: number) =>
  z.coerce
    .number('must be a number of megabytes')
    .positive()
    .max(max)
    .default(fallback)
    .transform((value) => Math.round(value * 1024 * 1024));

/** An address with one of these protocols. */
export const url = (protocols: RegExp, example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), `must be an address such as ${example}`);
