import type { Locale } from './locale';
import { type Messages, messagesOf } from './translator';

/** Namespaces that every page's client components may use. */
export const baseNamespaces = [
  'common',
  'errors',
  'auth',
  'workspace',
  'lifecycle',
] as const satisfies readonly (keyof Messages)[];

/** The messages that a page sends to the browser: the base namespaces and those named, so that a phone does not load the rest. */
export function pickMessages(locale: Locale, namespaces: readonly (keyof Messages)[] = []): Partial<Messages> {
  const messages = messagesOf(locale);
  const wanted = new Set<string>([...baseNamespaces, ...namespaces]);
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.has(namespace)));
}
