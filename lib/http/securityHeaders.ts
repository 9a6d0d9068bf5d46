/** How a page reaches this server, and with what nonce its scripts may run. */
export type PagePolicy = {
  nonce: string;
  /** `https://maps.example.org`, as the browser sees it; null when the request names no host. */
  origin: string | null;
  /** Next's development mode: its reloading needs eval and style elements without a nonce. */
  development: boolean;
};

/**
 * The Content-Security-Policy of a page. Scripts run by nonce only, and what those load; nothing is fetched from another host; no other
 * site may frame the page. Style attributes are allowed, as the canvas positions everything by them; style elements need the nonce.
 */
export function contentSecurityPolicy({ nonce, origin, development }: PagePolicy): string {
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
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The other headers of a page. */
export function pageHeaders({ origin }: Pick<PagePolicy, 'origin'>): Record<string, string> {
  return {
    // Join links, invitations and reset links carry their secret in the path.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Resource-Policy': 'same-origin',
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
