import { AppError } from '@/lib/errors';

/** What is said of a picture or file with more bytes than MAX_ATTACHMENT_MB. */
export function attachmentTooLarge(limit: number): AppError {
  return new AppError('tooLarge', `The file is larger than ${limit} bytes.`, {
    messageKey: 'attachmentTooLarge',
    values: { megabytes: Math.round((limit / 1024 / 1024) * 10) / 10 },
  });
}
