import { describe, expect, it } from 'vitest';
import type { KeyPress } from '@/components/editor/commands/command';
import { formatShortcut, matchesShortcut } from '@/components/editor/commands/shortcut';
import { isTyping } from '@/components/editor/commands/startTyping';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('shortcuts', () => {
  it('take Ctrl and Cmd alike, and letters in either case', () => {
    expect(matchesShortcut({ key: 'z', mod: true }, press('z', { ctrlKey: true }))).toBe(true);
    expect(matchesShortcut({ key: 'z', mod: true }, press('Z', { metaKey: true, shiftKey: true }))).toBe(false);
    expect(matchesShortcut({ key: 'z', mod: true, shift: true }, press('Z', { metaKey: true, shiftKey: true }))).toBe(true);
    expect(matchesShortcut({ key: 'z', mod: true }, press('z'))).toBe(false);
    expect(matchesShortcut({ key: 'ArrowUp', alt: true }, press('ArrowUp'))).toBe(false);
  });

  it('do not mind Shift where it makes the character', () => {
    expect(matchesShortcut({ key: '+' }, press('+', { shiftKey: true }))).toBe(true);
    expect(matchesShortcut({ key: '+' }, press('+'))).toBe(true);
    expect(matchesShortcut({ key: '1', code: 'Digit1', shift: true }, press('!', { code: 'Digit1', shiftKey: true }))).toBe(true);
    expect(matchesShortcut({ key: '1', code: 'Digit1', shift: true }, press('1', { code: 'Digit1' }))).toBe(false);
  });

  it('are written as each platform does', () => {
    expect(formatShortcut({ key: 'z', mod: true, shift: true }, false)).toBe('Ctrl Shift Z');
    expect(formatShortcut({ key: 'z', mod: true, shift: true }, true)).toBe('⇧ ⌘ Z');
    expect(formatShortcut({ key: 'ArrowLeft', alt: true }, false)).toBe('Alt ←');
    expect(formatShortcut({ key: 'z', mod: true, shift: true }, false, 'de')).toBe('Strg Umschalt Z');
    expect(formatShortcut({ key: 'Delete' }, false, 'de')).toBe('Entf');
    expect(formatShortcut({ key: 'z', mod: true, shift: true }, true, 'de')).toBe('⇧ ⌘ Z');
  });
});

describe('typing', () => {
  it('is a character, or an input method that begins', () => {
    for (const key of ['a', 'Ä', 'ß', '3', '!', '字', '🙂', 'Process', 'Unidentified'])
      expect(isTyping(press(key)), key).toBe(true);
    for (const key of ['Shift', 'F5', 'ArrowUp', 'Dead', ' ', 'Enter']) expect(isTyping(press(key)), key).toBe(false);
    expect(isTyping(press('c', { ctrlKey: true }))).toBe(false);
  });
});
