'use client';

import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { addPersona, deletePersona, movePersona } from '@/lib/document/operations/personas';
import type { Persona } from '@/lib/map/persona';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** Whose journey it is. The first one is the map's main persona. */
export function PersonaList() {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { personas } = useArrangedMap();
  return (
    <Section title={t('personas')}>
      {personas.length === 0 ? <p className="text-ink-faint text-sm">{t('personasEmpty')}</p> : null}
      <ol className="space-y-3">
        {personas.map((persona, index) => (
          <PersonaRow key={persona.id} persona={persona} before={personas[index - 1]?.id ?? null} />
        ))}
      </ol>
      {canWrite ? (
        <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => addPersona(doc, { name: '' })}>
          {t('personaAdd')}
        </Button>
      ) : null}
    </Section>
  );
}

function PersonaRow({ persona, before }: { persona: Persona; before: string | null }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { id } = persona;
  const name = persona.name || t('personaUnnamed');
  return (
    <li className="space-y-2 rounded-md border border-line p-2">
      <div className="flex min-h-7 items-center gap-1">
        <span className="min-w-0 flex-1">{before === null ? <Badge>{t('personaMain')}</Badge> : null}</span>
        {canWrite && before !== null ? (
          <IconButton
            size="sm"
            label={t('moveUp', { name })}
            icon={<ArrowUp size={14} />}
            onClick={() => movePersona(doc, { id, place: { before } })}
          />
        ) : null}
        {canWrite ? (
          <IconButton
            size="sm"
            label={t('remove', { name })}
            icon={<Trash2 size={14} />}
            onClick={() => deletePersona(doc, { id })}
          />
        ) : null}
      </div>
      <TextRow
        label={t('personaName')}
        placeholder={t('personaNameHint')}
        singleLine
        reference={{ type: 'persona', id, field: 'name' }}
      />
      <TextRow
        label={t('personaDescription')}
        placeholder={t('personaDescriptionHint')}
        rows={2}
        reference={{ type: 'persona', id, field: 'description' }}
      />
    </li>
  );
}
