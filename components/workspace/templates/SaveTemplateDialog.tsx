'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { useToast } from '@/components/ui/Toast';
import type { TemplateScope } from '@/lib/map/templates/toTemplateMap';
import { FormDialog } from '../FormDialog';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import { longestName, TemplateFields } from './TemplateFields';

type Props = { mapId: string; mapTitle: string; onSaved?: () => void; onClose: () => void };

/** Keeps what is on a map as a template of its workspace. */
export function SaveTemplateDialog({ mapId, mapTitle, onSaved, onClose }: Props) {
  const t = useTranslations('templates');
  const toast = useToast();
  const [scope, setScope] = useState<TemplateScope>('everything');
  const { form, errors, general, busy } = useForm({
    invalid: { name: t('nameNeeded'), description: t('descriptionTooLong') },
    check: (values): { name?: string } => (values.name.trim() === '' ? { name: t('nameNeeded') } : {}),
    send: async ({ name, description }) => {
      await requestJson('POST', `/api/maps/${mapId}/templates`, anyAnswer, { name, description, scope });
      toast({ title: t('saved', { name: name.replace(/\s+/g, ' ').trim() }), tone: 'success' });
      onSaved?.();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('saveTitle')}
      description={t('saveText')}
      confirm={t('save')}
      onClose={onClose}
    >
      <TemplateFields name={mapTitle.replace(/\s+/g, ' ').trim().slice(0, longestName)} description="" errors={errors} />
      <div className="space-y-1.5">
        <p className="font-semibold text-sm" aria-hidden="true">
          {t('scope')}
        </p>
        <SegmentedControl
          label={t('scope')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'everything', label: t('everything') },
            { value: 'structure', label: t('structure') },
          ]}
          className="flex"
        />
        <p role="status" className="text-ink-soft text-sm">
          {t(scope === 'everything' ? 'everythingHint' : 'structureHint')}
        </p>
      </div>
    </FormDialog>
  );
}
