import { z } from 'zod';
import { updateUser } from '@/lib/data/users';
import { localeSchema } from '@/lib/i18n/locale';
import { themeSchema } from '@/lib/i18n/theme';
import type { Runtime } from '@/lib/runtime';
import type { UserActor } from './asUser';
import { personNameSchema } from './credentials';

/** What a person may change about themselves; null: as the browser says. */
export const accountSchema = z.object({
  name: personNameSchema.optional(),
  locale: localeSchema.nullable().optional(),
  theme: themeSchema.nullable().optional(),
});

/** Changes what is given. A new name shows on maps that are opened from then on. */
export async function changeAccount(
  { database }: Pick<Runtime, 'database'>,
  actor: UserActor,
  input: z.output<typeof accountSchema>,
): Promise<{ name: string; locale: string | null; theme: string | null }> {
  const change = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const { name, locale, theme } = await updateUser(database, actor.userId, change);
  return { name, locale, theme };
}
