/** Whether a text looks like an e-mail address: enough to catch a slip of the finger; the server judges. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) || /^[^\s@]+@localhost$/.test(text.trim());
}

/** The address to go to after signing in: a path on this site, never another site. Anything else is the start page. */
export function ownPath(wish: string | null | undefined): string {
  if (!wish?.startsWith('/') || /^\/[/\\]/.test(wish) || /\p{Cc}/u.test(wish)) return '/';
  return wish;
}
