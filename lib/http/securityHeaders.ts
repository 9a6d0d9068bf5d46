/** How a page reaches this server, and with what nonce its scripts may run. */
export type PagePolicy = {
  nonce: string;
  /** `https://maps.example.org`, as the browser sees it; null when the request names no host. */
  origin: string | null;
  /** Next's development mode: its reloading needs eval and style elements without a nonce. */
  development: boolean;
  /** Origins whose pages may frame the page (`*`: any); none of them by default. */
  framedBy?: readonly string[];
};

/**
 * The Content-Security-Policy of a page. Scripts run by nonce only, and what those load; nothing is fetched from another host; no other
 * site may frame the page, save the one that is made for that (/embed). Style attributes are allowed, as the canvas positions everything by them; style elements need the nonce.
 */
export function contentSecurityPolicy({ nonce, origin, development, framedBy = [] }: PagePolicy): string {
  // Browsers differ on whether 'self' covers the socket's protocol.
  const socket = origin === null ? [] : [origin.replace(/^http/, 'ws')];
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...socket],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'none'"],
    'frame-ancestors': framedBy.length > 0 ? [...framedBy] : ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The other headers of a page. `secret`: its address is all that somebody needs to see what is on it. */
export function pageHeaders({
  origin,
  framedBy = [],
  secret = false,
}: Pick<PagePolicy, 'origin' | 'framedBy'> & { secret?: boolean }): Record<string, string> {
  const isFramed = framedBy.length > 0;
  return {
    // Join links, invitations and reset links carry their secret in the path.
    'Referrer-Policy': secret ? 'no-referrer' : 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    // It knows no list of sites; the policy's frame-ancestors does.
    ...(isFramed ? {} : { 'X-Frame-Options': 'DENY' }),
    'Cross-Origin-Resource-Policy': isFramed ? 'cross-origin' : 'same-origin',
    ...(secret ? { 'X-Robots-Tag': 'noindex, nofollow' } : {}),
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), browsing-topics=()',
    // Browsers ignore these on plain http, the second with a complaint.
    ...(origin?.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=31536000', 'Cross-Origin-Opener-Policy': 'same-origin' }
      : {}),
  };
}

/** A fresh nonce: 128 random bits, base64. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
