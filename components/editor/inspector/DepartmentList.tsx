'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Popover } from '@/components/ui/Popover';
import { deleteDepartment, renameDepartment, setDepartmentColour } from '@/lib/document/operations/departments';
import type { Department } from '@/lib/map/department';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { ColourChoice } from './ColourChoice';
import { ColourDot } from './ColourDot';
import { NewDepartment } from './NewDepartment';
import { PlainTextField } from './PlainTextField';
import { Section } from './Section';

/** All departments of the map: names, colours, new ones. */
export function DepartmentList() {
  const t = useTranslations('editor.inspector');
  const { canWrite } = useEditor();
  const departments = useArrangedPart((map) => map.departments);
  return (
    <Section title={t('departments')}>
      {departments.length === 0 ? <p className="text-ink-faint text-sm">{t('departmentListEmpty')}</p> : null}
      <ul className="space-y-2">
        {departments.map((department) => (
          <DepartmentRow key={department.id} department={department} />
        ))}
      </ul>
      {canWrite ? <NewDepartment /> : null}
    </Section>
  );
}

function DepartmentRow({ department }: { department: Department }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { id, name, colour } = department;
  if (!canWrite) {
    return (
      <li className="flex items-center gap-2 text-sm">
        <ColourDot colour={colour} />
        {name}
      </li>
    );
  }
  return (
    <li className="flex items-center gap-1">
      <Popover
        label={t('departmentColour', { name })}
        className="w-64"
        trigger={
          <button
            type="button"
            aria-label={t('departmentColour', { name })}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-hover pointer-coarse:size-11"
          >
            <ColourDot colour={colour} />
          </button>
        }
      >
        <ColourChoice
          label={t('colourLabel')}
          value={colour}
          onChange={(next) => next && setDepartmentColour(doc, { id, colour: next })}
        />
      </Popover>
      <div className="min-w-0 flex-1">
        <PlainTextField
          label={t('departmentName')}
          labelHidden
          value={name}
          maxLength={200}
          disabled={false}
          onChange={(next) => renameDepartment(doc, { id, name: next })}
        />
      </div>
      <IconButton
        size="sm"
        label={t('remove', { name })}
        icon={<Trash2 size={14} />}
        onClick={() => deleteDepartment(doc, { id })}
      />
    </li>
  );
}
