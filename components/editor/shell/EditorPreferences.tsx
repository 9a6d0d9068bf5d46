'use client';

import { useState } from 'react';
import { PreferenceChoices } from '@/components/workspace/header/PreferenceChoices';
import { themeSchema } from '@/lib/i18n/theme';
import { useEditor } from '../session/EditorContext';

/** Language and scheme within the editor's menu, for members and guests. In browsers only: the page itself says which scheme it has. */
export function EditorPreferences() {
  const { me } = useEditor();
  const [theme, setTheme] = useState(() => themeSchema.catch('system').parse(document.documentElement.dataset.theme));
  return <PreferenceChoices theme={theme} onTheme={setTheme} signedIn={me.kind === 'user'} />;
}
