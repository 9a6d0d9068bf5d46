'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { addDepartment } from '@/lib/document/operations/departments';
import { cardColours } from '@/lib/map/layout/palette';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { ColourChoice } from './ColourChoice';

const tints = cardColours.filter((colour) => colour !== 'plain');

/** Makes a department where one is needed: a button that becomes name and colour. */
export function NewDepartment({ onAdded }: { onAdded?: (id: string) => void }) {
  const t = useTranslations('editor.inspector');
  const common = useTranslations('common');
  const { doc } = useEditor();
  const departments = useArrangedPart((map) => map.departments);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  // A colour that no other department has yet, as long as there is one.
  const free = tints.find((tint) => !departments.some(({ colour }) => colour === tint)) ?? 'slate';
  const [colour, setColour] = useState<string | null>(null);

  if (!open) {
    return (
      <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('departmentNew')}
      </Button>
    );
  }
  const close = () => {
    setOpen(false);
    setName('');
    setColour(null);
  };
  const add = () => {
    const id = name.trim() === '' ? null : addDepartment(doc, { name: name.trim(), colour: colour ?? free });
    if (id !== null) onAdded?.(id);
    close();
  };
  return (
    <form
      className="space-y-2 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <TextField
        label={t('departmentName')}
        value={name}
        maxLength={200}
        autoFocus
        className="h-8! text-sm! pointer-coarse:h-11!"
        onChange={(event) => setName(event.target.value)}
      />
      <ColourChoice label={t('colourLabel')} value={colour ?? free} onChange={setColour} />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" type="submit" disabled={name.trim() === ''}>
          {t('departmentCreate')}
        </Button>
        <Button size="sm" variant="ghost" onClick={close}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
