import type { Locale } from '@/lib/i18n/locale';
import type { KeyPress, Shortcut } from './command';

const applePlatform = /mac|iphone|ipad|ipod/i;

/** Whether this is an Apple keyboard, on which Cmd takes the part of Ctrl. */
export function isApple(platform: string): boolean {
  return applePlatform.test(platform);
}

/**
 * Whether a key press is a shortcut. Shift counts only where it does not make the character: `+` is Shift and `=` on some keyboards
 * and a key of its own on others.
 */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress): boolean {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const isLetterOrName = press.key.length > 1 || /[a-z]/i.test(press.key);
  const mod = press.ctrlKey || press.metaKey;
  if (shortcut.code !== undefined) {
    return (
      press.code === shortcut.code &&
      mod === (shortcut.mod ?? false) &&
      press.altKey === (shortcut.alt ?? false) &&
      press.shiftKey === (shortcut.shift ?? false)
    );
  }
  return (
    key === shortcut.key &&
    mod === (shortcut.mod ?? false) &&
    press.altKey === (shortcut.alt ?? false) &&
    (!isLetterOrName || press.shiftKey === (shortcut.shift ?? false))
  );
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: '↵',
  ' ': '␣',
};

/** What stands on the keys of another language's keyboard, where that differs. */
const localNames: Record<Locale, Record<string, string>> = {
  en: {},
  de: { Ctrl: 'Strg', Shift: 'Umschalt', Del: 'Entf', Home: 'Pos1', End: 'Ende', PageUp: 'Bild↑', PageDown: 'Bild↓' },
};

/**
 * A shortcut as it is written in menus: `Ctrl Shift Z`, in German `Strg Umschalt Z`, on Apple's keyboards `⇧ ⌘ Z`; keys are separated by
 * blanks.
 */
export function formatShortcut(shortcut: Shortcut, apple: boolean, locale: Locale = 'en'): string {
  const key = names[shortcut.key] ?? (shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key);
  const parts = apple
    ? [shortcut.alt && '⌥', shortcut.shift && '⇧', shortcut.mod && '⌘', key]
    : [shortcut.mod && 'Ctrl', shortcut.alt && 'Alt', shortcut.shift && 'Shift', key];
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => localNames[locale][part] ?? part)
    .join(' ');
}
