import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A request over TLS from a network address of our choice (127.0.0.2 is another machine to everybody who counts addresses). */
export function ask(
  url: string,
  options: { from: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  const { from, method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, localAddress: from, family: 4, rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Tries to sign in by password as a browser does. Returns next-auth's error (`CredentialsSignin`, a sentence's key), or null. */
export async function trySignIn(
  origin: string,
  credentials: { email: string; password: string },
  options: { from: string; headers?: Record<string, string> },
): Promise<string | null> {
  const csrf = await ask(`${origin}/api/auth/csrf`, options);
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const cookie = (csrf.headers['set-cookie'] ?? []).map((each) => each.split(';', 1)[0]).join('; ');
  const answer = await ask(`${origin}/api/auth/callback/password`, {
    ...options,
    method: 'POST',
    headers: {
      ...options.headers,
      Cookie: cookie,
      Origin: origin,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...credentials, csrfToken, json: 'true', callbackUrl: origin }).toString(),
  });
  const { url } = JSON.parse(answer.body) as { url: string };
  return new URL(url).searchParams.get('error');
}
