import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';

describe('AppError', () => {
  test('takes its code as the key of its sentence unless told otherwise', () => {
    expect(new AppError('notFound', 'no such map').messageKey).toBe('notFound');
    expect(new AppError('invalid', 'bad', { messageKey: 'passwordTooShort' }).messageKey).toBe('passwordTooShort');
  });

  test('keeps what caused it', () => {
    const cause = new Error('disk');
    expect(new AppError('conflict', 'not saved', { cause }).cause).toBe(cause);
  });
});
