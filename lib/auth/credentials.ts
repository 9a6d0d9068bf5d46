import { z } from 'zod';
import { idSchema } from '@/lib/map/id';

/** The fewest characters of a password. No rule about kinds of characters: length is what counts. */
export const passwordMinLength = 10;

/** A password that somebody chooses. */
export const newPasswordSchema = z.string().min(passwordMinLength).max(200);

/** A password that somebody enters: whatever it is, the hash decides. */
export const givenPasswordSchema = z.string().min(1).max(200);

// Both forms are said by the pattern alone, spaces around included: it is what the API's description says of them.
const address = z.regexes.email.source.replace(/^\^|\$$/g, '');
/** An e-mail address as the account table keeps it: lower case, without surrounding spaces. */
export const emailSchema = z
  .string()
  .max(254)
  .regex(new RegExp(`^\\s*${address}\\s*$`))
  .trim()
  .toLowerCase()
  .describe('An e-mail address. Spaces around it do not count, nor does its case.');

/** One that can be seen, and that every database and font can hold. */
const visible = String.raw`[^\s\p{Cc}\p{Cs}]`;
/** A person's name: 1–60 characters in one line. */
export const personNameSchema = z
  .string()
  .regex(new RegExp(String.raw`^\s*${visible}(?:${visible}|\s+(?=${visible})){0,59}\s*$`, 'u'))
  .transform((name) => name.replace(/\s+/g, ' ').trim())
  .describe('1–60 characters. Spaces around them do not count, and several in a row, line ends among them, become one.');

/** What the guest's sign-in sends. Forms send an empty string for "none". */
export const guestCredentialsSchema = z.object({
  token: z.string().min(1).max(64),
  name: personNameSchema,
  departmentId: z
    .union([
      z.literal('').transform(() => null),
      z.literal('null').transform(() => null),
      z.literal('undefined').transform(() => null),
      idSchema,
    ])
    .optional()
    .transform((id) => id ?? null),
});
export type GuestCredentials = z.output<typeof guestCredentialsSchema>;

/** What the sign-in by password sends. */
export const passwordCredentialsSchema = z.object({ email: emailSchema, password: givenPasswordSchema });
export type PasswordCredentials = z.output<typeof passwordCredentialsSchema>;
