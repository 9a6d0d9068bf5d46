import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { createGate } from './gate';

/** scrypt's costs: `ln` is log2 of N. */
export type ScryptParameters = { ln: number; r: number; p: number };

/** What OWASP's password storage page asks of scrypt: N = 2^17, r = 8, p = 1. About 128 MB and a quarter of a second each. */
export const currentParameters: ScryptParameters = { ln: 17, r: 8, p: 1 };

const keyLength = 32;
const pattern = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{16,64})\$([A-Za-z0-9+/]{43})$/;

/** Two at a time: each takes 128 MB, and a thread that fsync and the name service need too. */
const gate = createGate({ width: 2, queue: 100 });

function derive(password: string, salt: Uint8Array, { ln, r, p }: ScryptParameters): Promise<Buffer> {
  const N = 2 ** ln;
  return gate(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        // One password typed on two keyboards may be two byte sequences for the same letters.
        scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 2 * 128 * N * r }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Hashes a password: `$scrypt$ln=17,r=8,p=1$<salt>$<key>`. Throws `tooMany` when very many wait already. */
export async function hashPassword(password: string, parameters: ScryptParameters = currentParameters): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, parameters);
  const { ln, r, p } = parameters;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(key)}`;
}

function parseHash(hash: string): { parameters: ScryptParameters; salt: Buffer; key: Buffer } {
  const [, ln, r, p, salt = '', key = ''] = pattern.exec(hash) ?? [];
  const parameters = { ln: Number(ln), r: Number(r), p: Number(p) };
  if (!key || parameters.ln > 20 || parameters.r > 32 || parameters.p > 16) throw new Error('A stored password hash is damaged.');
  return { parameters, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
}

/** Whether the password is the one of this hash, and whether the hash should be made anew with today's costs. */
export async function verifyPassword(password: string, hash: string): Promise<{ matches: boolean; outdated: boolean }> {
  const { parameters, salt, key } = parseHash(hash);
  const matches = timingSafeEqual(await derive(password, salt, parameters), key);
  const { ln, r, p } = currentParameters;
  return { matches, outdated: parameters.ln !== ln || parameters.r !== r || parameters.p !== p };
}

const nobodysSalt = randomBytes(16);

/** Takes as long as a check of a real password, so that the time of an answer does not tell which addresses have an account. */
export async function verifyNobodysPassword(password: string): Promise<void> {
  await derive(password, nobodysSalt, currentParameters);
}
