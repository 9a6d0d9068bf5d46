import { createTranslator } from 'use-intl/core';
import type { Locale } from './locale';
import { de } from './messages/de';
import { en } from './messages/en';

const all = { de, en };
export type Messages = typeof en;

/** Every message in a language. */
export function messagesOf(locale: Locale): Messages {
  return all[locale];
}

/** A function that turns keys of one area into sentences, for servers, exports and tests. */
export function translatorOf<const Namespace extends keyof Messages>(locale: Locale, namespace: Namespace) {
  return createTranslator<Messages, Namespace>({ locale, messages: messagesOf(locale), namespace });
}
