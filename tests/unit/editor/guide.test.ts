import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allCommands } from '@/components/editor/commands/allCommands';
import { formatShortcut } from '@/components/editor/commands/shortcut';
import { translatorOf } from '@/lib/i18n/translator';

const guide = readFileSync('docs/guide.md', 'utf8');
const t = translatorOf('en', 'editor');

/** The table of shortcuts as it must stand in the guide: each command with its keys, in the order of the commands. */
function shortcutTable(): string {
  const keysOf = new Map<string, Set<string>>();
  for (const { id, shortcuts } of allCommands) {
    const keys = keysOf.get(t(`commands.${id}`)) ?? new Set();
    for (const shortcut of shortcuts)
      keys.add(formatShortcut(shortcut, false).replace('↵', 'Enter').replace('⌫', 'Backspace').replace('␣', 'Space'));
    if (keys.size > 0) keysOf.set(t(`commands.${id}`), keys);
  }
  return ['| does | keys |', '|---|---|', ...[...keysOf].map(([title, keys]) => `| ${title} | ${[...keys].join(', ')} |`)].join(
    '\n',
  );
}

describe('docs/guide.md', () => {
  it('lists the keyboard shortcuts as they are', () => {
    // To renew the table, paste what this test says it should be.
    expect(guide).toContain(shortcutTable());
  });
});
