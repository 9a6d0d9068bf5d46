import type { Locale } from '@/lib/i18n/locale';
import { allCommands } from './allCommands';
import type { CommandId } from './commandIds';
import { formatShortcut } from './shortcut';

/** The first shortcut of a command as it is written in menus and help; undefined when it has none. */
export function shortcutOf(id: CommandId, apple: boolean, locale: Locale): string | undefined {
  const shortcut = allCommands.find((command) => command.id === id && command.shortcuts.length > 0)?.shortcuts[0];
  return shortcut && formatShortcut(shortcut, apple, locale);
}
