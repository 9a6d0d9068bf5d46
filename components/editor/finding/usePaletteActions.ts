import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { type CommandId, commandIds } from '../commands/commandIds';
import { isApple } from '../commands/shortcut';
import { shortcutOf } from '../commands/shortcutOf';
import { useTogetherActions } from '../presence/useTogetherActions';
import { useEditor } from '../session/EditorContext';
import type { PaletteAction } from './listActions';

/** Something that the page around the canvas can do: `keys` as in menus. */
export type ShellAction = { id: string; title: string; keys?: string | undefined; run: () => void };

/** Last in the palette: whoever goes step by step has the keys for it. */
const going = /^(?:go|next|previous)/;

const inOrder: readonly CommandId[] = [...commandIds].sort((a, b) => Number(going.test(a)) - Number(going.test(b)));

/** All commands and what the page can do, as they are when the palette opens. */
export function usePaletteActions(shellActions: readonly ShellAction[]): readonly PaletteAction[] {
  const t = useTranslations('editor.commands');
  const locale = useLocale();
  const { navigation } = useEditor();
  const people = useTogetherActions();
  return useMemo(() => {
    const apple = isApple(navigator.platform);
    return [
      ...shellActions.map(({ keys, ...action }) => ({ ...action, keys, possible: true })),
      ...people.map((action) => ({ ...action, keys: undefined, possible: true })),
      ...inOrder.map((id) => ({
        id,
        title: t(id),
        keys: shortcutOf(id, apple, locale),
        possible: navigation.commands.can(id),
        run: () => {
          navigation.focus();
          navigation.commands.run(id);
        },
      })),
    ];
  }, [shellActions, people, t, locale, navigation]);
}
