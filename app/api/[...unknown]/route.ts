import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

/** Every other address below /api: answered like all of them, not by a page. */
const handler = route<{ unknown: string[] }>(() => {
  throw new AppError('notFound', 'No such address.');
});

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
