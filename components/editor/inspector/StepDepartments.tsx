'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import { setStepDepartment } from '@/lib/document/operations/departments';
import type { ArrangedStep } from '@/lib/map/arrange';
import { departmentRoles } from '@/lib/map/department';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { ColourDot } from './ColourDot';
import { NewDepartment } from './NewDepartment';
import { Section } from './Section';

/** Which departments have a part in the step, and which. */
export function StepDepartments({ step }: { step: ArrangedStep }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const departments = useArrangedPart((map) => map.departments);
  const taking = new Set(step.departments.map(({ id }) => id));
  const others = departments.filter(({ id }) => !taking.has(id));
  const stepId = step.id;
  return (
    <Section title={t('departments')}>
      {step.departments.length === 0 ? <p className="text-ink-faint text-sm">{t('departmentsEmpty')}</p> : null}
      <ul className="space-y-2">
        {step.departments.map((department) => (
          <li key={department.id} className="rounded-md border border-line p-2">
            <div className="flex items-center gap-2 pl-1">
              <ColourDot colour={department.colour} />
              <span className="min-w-0 flex-1 break-words font-medium text-sm">{department.name}</span>
              {canWrite ? (
                <IconButton
                  size="sm"
                  label={t('departmentTakeOut', { name: department.name })}
                  icon={<X size={14} />}
                  onClick={() => setStepDepartment(doc, { stepId, departmentId: department.id, role: null })}
                />
              ) : null}
            </div>
            <SegmentedControl
              size="sm"
              className="mt-1 w-full"
              label={t('departmentRole', { name: department.name })}
              value={department.role}
              options={departmentRoles.map((role) => ({ value: role, label: t(`role.${role}`), disabled: !canWrite }))}
              onChange={(role) => setStepDepartment(doc, { stepId, departmentId: department.id, role })}
            />
          </li>
        ))}
      </ul>
      {canWrite && others.length > 0 ? (
        <Select
          size="sm"
          label={t('departmentAdd')}
          labelHidden
          value=""
          options={[
            { value: '', label: t('departmentAdd'), disabled: true },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(departmentId) => {
            const role = step.departments.length === 0 ? 'responsible' : 'involved';
            if (departmentId !== '') setStepDepartment(doc, { stepId, departmentId, role });
          }}
        />
      ) : null}
      {canWrite ? (
        <NewDepartment
          onAdded={(departmentId) =>
            setStepDepartment(doc, {
              stepId,
              departmentId,
              role: step.departments.length === 0 ? 'responsible' : 'involved',
            })
          }
        />
      ) : null}
    </Section>
  );
}
