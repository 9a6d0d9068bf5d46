import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { parseCookies } from '@/lib/http/cookies';
import { type HeaderReader, isSecure, type OriginSettings } from '@/lib/http/origin';

/** How long (seconds) somebody may take at the provider on the way to the first account. */
const lifetime = 15 * 60;
const payloadSchema = z.object({ setupCode: z.string() });

const nameOf = (secure: boolean) => `${secure ? '__Secure-' : ''}wegmarke.setup`;

/** The `Set-Cookie` that carries a checked set-up code past the provider and back. Encrypted, for this browser and the sign-in alone. */
export async function toSetupCookie(
  code: string,
  { headers, settings, secret }: { headers: HeaderReader; settings: OriginSettings; secret: string },
): Promise<string> {
  const secure = isSecure(headers, settings);
  const name = nameOf(secure);
  const value = await encode({ token: { setupCode: code }, secret, salt: name, maxAge: lifetime });
  return `${name}=${value}; Path=/api/auth; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The set-up code that this browser has given, or null. */
export async function readSetupCookie(headers: HeaderReader, settings: OriginSettings, secret: string): Promise<string | null> {
  const name = nameOf(isSecure(headers, settings));
  const token = parseCookies(headers.get('cookie'))[name];
  if (!token) return null;
  try {
    return payloadSchema.safeParse(await decode({ token, secret, salt: name })).data?.setupCode ?? null;
  } catch {
    return null;
  }
}
