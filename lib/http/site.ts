import { z } from 'zod';

const rest = '(?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?';
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const host = `(?:(?:[0-9A-Za-z]${rest}\\.){0,9}[A-Za-z]${rest}|(?:${octet}\\.){3}${octet})`;

/**
 * A site whose pages may show a map: its origin, as browsers write it, `https://www.example.org`. By name or IPv4 address, because a policy knows
 * no other; a name with other letters as browsers write it (`xn--…`).
 */
export const siteSchema = z
  .string()
  .max(200)
  .regex(new RegExp(`^https?:\\/\\/${host}(?::\\d{1,5})?\\/?$`))
  .refine((text) => URL.canParse(text), 'is no site')
  .transform((text) => new URL(text).origin);
