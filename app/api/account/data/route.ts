import { personalFiles } from '@/lib/account/personalData';
import { zipStream } from '@/lib/account/zipStream';
import { asUser } from '@/lib/auth/asUser';
import { countAttempt } from '@/lib/auth/limits';
import { AppError } from '@/lib/errors';
import { contentDisposition } from '@/lib/export/fileName';
import { route } from '@/lib/http/route';
import { translatorOf } from '@/lib/i18n/translator';

/** Everything about the person who asks, as a ZIP archive. */
export const GET = route(async (_request, { runtime, requireActor, locale }) => {
  const actor = asUser(await requireActor());
  // A program has the API; what is only the person's is handed to the person.
  if (actor.token) throw new AppError('forbidden', 'Programs do not get it.');
  await countAttempt(runtime, [{ limit: 'download', who: actor.userId }]);
  const name = `${translatorOf(locale, 'personalData')('fileName')}-${new Date().toISOString().slice(0, 10)}.zip`;
  return new Response(zipStream(personalFiles(runtime, actor, locale)), {
    headers: { 'Content-Type': 'application/zip', 'Content-Disposition': contentDisposition(name) },
  });
});
