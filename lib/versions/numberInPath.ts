import { versionNumber } from '@/lib/api/schemas/version';
import { AppError } from '@/lib/errors';

/** The number of a version as an address says it. Throws `notFound` for what can be none: it is answered like a number that no version has. */
export function versionNumberInPath(text: string): number {
  const number = versionNumber.safeParse(text);
  if (!number.success) throw new AppError('notFound', 'There is no such version.', { messageKey: 'versionNotFound' });
  return number.data;
}
