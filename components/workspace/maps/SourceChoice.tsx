'use client';

import { FileText, Search, SquareDashed } from 'lucide-react';
import * as Primitive from 'radix-ui/radio-group';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { controlClass } from '@/components/ui/Field';
import { DeleteTemplateDialog } from '../templates/DeleteTemplateDialog';
import { EditTemplateDialog } from '../templates/EditTemplateDialog';
import { TemplateMenu } from '../templates/TemplateMenu';
import { useLineFocus } from '../useLineFocus';
import { type ChosenSource, findTemplates } from './chosenSource';
import { SourceOption } from './SourceOption';
import type { OwnTemplate, TemplateChoice } from './templateChoice';

type Props = {
  value: ChosenSource;
  templates: readonly TemplateChoice[];
  ownTemplates: readonly OwnTemplate[];
  onChange: (value: ChosenSource) => void;
};

/** How many templates of the workspace make a search field worth its place. */
const searchFrom = 9;

/** What a new map starts from, in groups. Arrow keys go through all of them; templates of the workspace can be renamed and deleted here. */
export function SourceChoice({ value, templates, ownTemplates, onChange }: Props) {
  const t = useTranslations('workspace.newMap');
  const choice = useTranslations('templates.choice');
  const [query, setQuery] = useState('');
  const [edited, setEdited] = useState<OwnTemplate | null>(null);
  const [deleted, setDeleted] = useState<OwnTemplate | null>(null);
  const root = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its template.
  const noteEnd = useLineFocus(
    ownTemplates.map(({ id }) => id),
    () => root.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? null,
  );
  const found = findTemplates(query, ownTemplates, templates);
  const search = (text: string) => {
    setQuery(text);
    // What is chosen is in sight.
    const { sources } = findTemplates(text, ownTemplates, templates);
    if (!sources.includes(value) && value !== 'blank' && value !== 'file') onChange(sources[0] ?? 'blank');
  };
  const ofProduct = (group: TemplateChoice['group']) =>
    found.templates
      .filter((template) => template.group === group)
      .map(({ id, title, description, outline }) => (
        <SourceOption key={id} value={`template:${id}`} title={title} text={description} outline={outline} />
      ));
  const journeys = ofProduct('journey');
  return (
    <>
      {ownTemplates.length >= searchFrom ? (
        <div className="relative">
          <Search className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-faint" aria-hidden="true" />
          <input
            type="search"
            aria-label={choice('search')}
            placeholder={choice('search')}
            value={query}
            onChange={(event) => search(event.target.value)}
            className={`${controlClass} h-9 pl-9 pointer-coarse:h-11`}
          />
          <p role="status" className="sr-only">
            {query.trim() === '' ? '' : choice('found', { count: found.sources.length })}
          </p>
        </div>
      ) : null}
      <Primitive.Root ref={root} aria-label={t('source')} value={value} onValueChange={onChange} className="grid gap-6">
        {found.own.length > 0 ? (
          <Group title={choice('own')}>
            {found.own.map((template) => (
              <SourceOption
                key={template.id}
                value={`own:${template.id}`}
                title={template.name}
                text={template.description}
                outline={template.outline}
                menu={
                  <TemplateMenu
                    name={template.name}
                    isChosen={value === `own:${template.id}`}
                    onEdit={() => setEdited(template)}
                    onDelete={() => setDeleted(template)}
                  />
                }
              />
            ))}
          </Group>
        ) : null}
        {journeys.length > 0 ? <Group title={choice('journeys')}>{journeys}</Group> : null}
        <Group title={choice('forms')}>
          {ofProduct('form')}
          <SourceOption value="blank" icon={<SquareDashed size={20} />} title={t('blankTitle')} text={t('blankText')} />
          <SourceOption value="file" icon={<FileText size={20} />} title={t('fileTitle')} text={t('fileText')} />
        </Group>
      </Primitive.Root>
      {edited ? <EditTemplateDialog template={edited} onClose={() => setEdited(null)} /> : null}
      {deleted ? (
        <DeleteTemplateDialog template={deleted} onDeleted={() => noteEnd(deleted.id)} onClose={() => setDeleted(null)} />
      ) : null}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a group of form fields, and these are parts of one choice
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-2 font-semibold text-ink-soft text-sm">
        {title}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">{children}</div>
    </div>
  );
}
