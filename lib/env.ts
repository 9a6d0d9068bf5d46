import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], 'must be true or false')
  .transform((value) => value === '1' || value === 'true' || value === 'yes');
const count = (fallback: number, min: number, max: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`)
    .default(fallback);
const megabytes = (fallback: number, max: number) =>
  z.coerce
    .number('must be a number of megabytes')
    .positive()
    .max(max)
    .default(fallback)
    .transform((value) => Math.round(value * 1024 * 1024));
const url = (protocols: RegExp, example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), `must be an address such as ${example}`);

/** All configuration, with defaults that work. Each entry stands in the README's table and in .env.example (a test compares). */
export const envSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: count(3000, 0, 65_535),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: url(/^https?:$/, 'https://maps.example.org')
    .refine(
      (value) => !URL.canParse(value) || /^[^?#]*:\/\/[^/?#]+\/*$/.test(value),
      'must be an address without a path behind it',
    )
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  TRUST_PROXY: flag.default(false),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: url(/^postgres(ql)?:$/, 'postgresql://user:password@host:5432/wegmarke').optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SMTP_URL: url(/^smtps?:$/, 'smtp://user:password@mail.example.org:587').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SESSION_DAYS: count(30, 1, 365),
  GUEST_HOURS: count(72, 1, 24 * 365),
  INVITATION_DAYS: count(7, 1, 90),
  SIGN_IN_ATTEMPTS: count(10, 1, 10_000),
  MAX_REQUEST_MB: megabytes(1, 100),
  MAX_FILE_MB: megabytes(20, 1024),
  MAX_FRAME_MB: megabytes(4, 64),
  MAX_DOCUMENT_MB: megabytes(64, 1024),
  MAX_CARDS_PER_MAP: count(10_000, 1, 1_000_000),
  MAX_CONNECTIONS_PER_ADDRESS: count(200, 1, 100_000),
  ACTIVITY_DAYS: count(365, 1, 3650),
});

/** Parsed configuration. Sizes (`MAX_…_MB`) are bytes after parsing. */
export type Env = z.infer<typeof envSchema>;

/** A configuration value that cannot be used; the message is one sentence for the person who starts the server. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** Parses configuration. An empty value counts as absent. Throws `EnvError` that names the first wrong value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = envSchema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? 'configuration');
  const secret = name === 'NEXTAUTH_SECRET' || name.endsWith('_URL');
  const shown = secret || given[name] === undefined ? '' : ` "${given[name]}"`;
  throw new EnvError(`The setting ${name}${shown} cannot be used: ${issue?.message ?? 'unknown reason'}.`);
}
