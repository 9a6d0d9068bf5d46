'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useToast } from '@/components/ui/Toast';
import { addPersona, deletePersona, movePersona } from '@/lib/document/operations/personas';
import type { Persona } from '@/lib/map/persona';
import { PersonaSample } from '../canvas/nodes/PersonaSample';
import { undoOnce } from '../commands/undoOnce';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** Whose journey it is. The first one is the map's main persona. */
export function PersonaList() {
  const t = useTranslations('editor.inspector');
  const notice = useTranslations('editor.canvas.notice');
  const common = useTranslations('common');
  const { doc, canWrite, undo } = useEditor();
  const personas = useArrangedPart((map) => map.personas);
  const toast = useToast();
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [named, setNamed] = useState<string | null>(null);

  useEffect(() => {
    if (named === null) return;
    list.current?.querySelector<HTMLElement>(`[data-persona="${named}"] textarea`)?.focus();
    setNamed(null);
  }, [named]);

  const remove = (id: string): void => {
    deletePersona(doc, { id });
    undo.stopCapturing();
    const takeBack = undoOnce(undo, { onTooLate: () => toast({ title: notice('undoTooLate') }) });
    toast({
      title: t('personaDelete'),
      description: t('personaDeleteHint'),
      action: { label: common('undo'), onClick: takeBack },
    });
    add.current?.focus();
  };
  return (
    <Section title={t('personas')}>
      {personas.length === 0 ? <p className="text-ink-faint text-sm">{t('personasEmpty')}</p> : null}
      <ol ref={list} className="space-y-3">
        {personas.map((persona, index) => (
          <PersonaRow
            key={persona.id}
            persona={persona}
            index={personas.length > 1 ? index : null}
            before={personas[index - 1]?.id ?? null}
            after={personas[index + 1]?.id ?? null}
            onDelete={() => remove(persona.id)}
          />
        ))}
      </ol>
      {canWrite ? (
        <Button
          ref={add}
          size="sm"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => setNamed(addPersona(doc, { name: '' }))}
        >
          {t('personaAdd')}
        </Button>
      ) : null}
    </Section>
  );
}

type RowProps = {
  persona: Persona;
  /** Its place, which decides how its line looks; null for the only one. */
  index: number | null;
  before: string | null;
  after: string | null;
  onDelete: () => void;
};

function PersonaRow({ persona, index, before, after, onDelete }: RowProps) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { id } = persona;
  const name = persona.name || t('personaUnnamed');
  return (
    <li data-persona={id} className="space-y-2 rounded-md border border-line p-2">
      <div className="flex min-h-7 items-center gap-2">
        {index === null ? null : (
          <span className="relative h-4 w-8 shrink-0">
            <PersonaSample index={index} x={2} y={8} width={28} />
          </span>
        )}
        <span className="min-w-0 flex-1">{before === null ? <Badge>{t('personaMain')}</Badge> : null}</span>
        {canWrite ? (
          <span className="flex">
            {index === null ? null : (
              <>
                <IconButton
                  size="sm"
                  label={t('moveUp', { name })}
                  icon={<ArrowUp size={14} />}
                  aria-disabled={before === null || undefined}
                  onClick={() => before && movePersona(doc, { id, place: { before } })}
                />
                <IconButton
                  size="sm"
                  label={t('moveDown', { name })}
                  icon={<ArrowDown size={14} />}
                  aria-disabled={after === null || undefined}
                  onClick={() => after && movePersona(doc, { id, place: { after } })}
                />
              </>
            )}
            <IconButton size="sm" label={t('remove', { name })} icon={<Trash2 size={14} />} onClick={onDelete} />
          </span>
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
