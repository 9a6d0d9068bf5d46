import { baseAddress } from '@/lib/auth/baseAddress';
import type { RouteContext } from '@/lib/http/route';
import type { Writing } from './writeComments';

/** Who writes by a request of a page, and what links in mails about it begin with. Throws `unauthenticated`. */
export async function writingOf(
  request: Request,
  { runtime, requireActor, locale }: Pick<RouteContext, 'runtime' | 'requireActor' | 'locale'>,
): Promise<Writing> {
  return { actor: await requireActor(), base: baseAddress(runtime, request.headers), locale };
}
