import { z } from 'zod';
import { count, flag, megabytes, url } from './settingKinds';
import { findSignInProblem, signInSettings } from './signInSettings';

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
  DATABASE_POOL: count(10, 1, 500),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['auto', 'json', 'text']).default('auto'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters long')
    .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII characters without spaces')
    .optional(),
  SMTP_URL: url(/^smtps?:$/, 'smtp://user:password@mail.example.org:587').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SESSION_DAYS: count(30, 1, 365),
  GUEST_HOURS: count(72, 1, 24 * 365),
  INVITATION_DAYS: count(7, 1, 90),
  SIGN_IN_ATTEMPTS: count(10, 1, 10_000),
  API_REQUESTS_PER_MINUTE: count(600, 1, 1_000_000),
  ...signInSettings,
  MAX_REQUEST_MB: megabytes(1, 100),
  MAX_FILE_MB: megabytes(20, 1024),
  MAX_EVIDENCE_MB: megabytes(100, 1024),
  MAX_ATTACHMENT_MB: megabytes(20, 1024),
  MAX_FILES_PER_MAP: count(500, 0, 1_000_000),
  MAX_FRAME_MB: megabytes(4, 64),
  MAX_DOCUMENT_MB: megabytes(64, 1024),
  MAX_CARDS_PER_MAP: count(10_000, 1, 1_000_000),
  MAX_CONNECTIONS_PER_ADDRESS: count(200, 1, 100_000),
  OFFLINE_OPENING: flag.default(true),
  ACTIVITY_DAYS: count(365, 1, 3650),
  // At least a day: without a bin, a slip of the hand would be for ever.
  BIN_DAYS: count(30, 1, 3650),
  NEW_WORKSPACES: z.enum(['owners', 'everyone'], 'must be owners or everyone').default('owners'),
  BACKUP_HOURS: count(24, 0, 24 * 31),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: count(7, 1, 10_000),
  BACKUP_BEFORE_MIGRATION: flag.default(true),
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
  if (result.success) {
    const problem = findSignInProblem(result.data);
    if (problem !== null) throw new EnvError(problem);
    return result.data;
  }
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? 'configuration');
  const secret = /(SECRET|TOKEN|_URL)$/.test(name);
  const shown = secret || given[name] === undefined ? '' : ` "${given[name]}"`;
  throw new EnvError(`The setting ${name}${shown} cannot be used: ${issue?.message ?? 'unknown reason'}.`);
}
