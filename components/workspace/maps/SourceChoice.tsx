'use client';

import { FileText, SquareDashed } from 'lucide-react';
import * as Primitive from 'radix-ui/radio-group';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DeleteTemplateDialog } from '../templates/DeleteTemplateDialog';
import { EditTemplateDialog } from '../templates/EditTemplateDialog';
import { TemplateMenu } from '../templates/TemplateMenu';
import { useLineFocus } from '../useLineFocus';
import type { ChosenSource } from './chosenSource';
import { SourceOption } from './SourceOption';
import type { OwnTemplate, TemplateChoice } from './templateChoice';

type Props = {
  value: ChosenSource;
  templates: readonly TemplateChoice[];
  ownTemplates: readonly OwnTemplate[];
  onChange: (value: ChosenSource) => void;
};

/** What a new map starts from, in groups. Arrow keys go through all of them; templates of the workspace can be renamed and deleted here. */
export function SourceChoice({ value, templates, ownTemplates, onChange }: Props) {
  const t = useTranslations('workspace.newMap');
  const groups = useTranslations('templates.choice');
  const [edited, setEdited] = useState<OwnTemplate | null>(null);
  const [deleted, setDeleted] = useState<OwnTemplate | null>(null);
  const root = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its template.
  const noteEnd = useLineFocus(
    ownTemplates.map(({ id }) => id),
    () => root.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? null,
  );
  const ofProduct = (group: TemplateChoice['group']) =>
    templates
      .filter((template) => template.group === group)
      .map(({ id, title, description, outline }) => (
        <SourceOption key={id} value={`template:${id}`} title={title} text={description} outline={outline} />
      ));
  return (
    <>
      <Primitive.Root ref={root} aria-label={t('source')} value={value} onValueChange={onChange} className="grid gap-6">
        {ownTemplates.length > 0 ? (
          <Group title={groups('own')}>
            {ownTemplates.map((template) => (
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
        <Group title={groups('journeys')}>{ofProduct('journey')}</Group>
        <Group title={groups('forms')}>
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
