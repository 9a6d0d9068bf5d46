import { AppError } from '@/lib/errors';
import { newPasswordSchema, passwordMinLength } from './credentials';

/** A password that somebody chose, judged. Throws `invalid` with a sentence that says what is asked. `path` names the field. */
export function requireNewPassword(password: string | undefined, path: string): string {
  const result = newPasswordSchema.safeParse(password);
  if (result.success) return result.data;
  const tooLong = (password?.length ?? 0) > passwordMinLength;
  throw new AppError('invalid', 'The password has the wrong length.', {
    messageKey: tooLong ? 'invalid' : 'passwordTooShort',
    values: { min: passwordMinLength },
    details: [{ path, message: tooLong ? 'Too long' : 'Too short' }],
  });
}
