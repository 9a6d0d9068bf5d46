const year = 365 * 24 * 60 * 60;

/** Keeps a choice (language, scheme) in this browser for a year. The server reads it with the next request. Browser only. */
export function writePreferenceCookie(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // The Cookie Store API is missing where this matters most: on plain http in a workshop's network.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
}
