'use client';

import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';

/** The longest that the server takes (lib/maps/saveTemplate.ts). */
export const longestName = 100;
const longestDescription = 300;

type Props = { name: string; description: string; errors: { name?: string; description?: string } };

/** What a template is called and what it is for. */
export function TemplateFields({ name, description, errors }: Props) {
  const t = useTranslations('templates');
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        defaultValue={name}
        error={errors.name}
        autoComplete="off"
        maxLength={longestName}
        onFocus={(event) => event.target.select()}
      />
      <TextArea
        label={t('description')}
        hint={t('descriptionHint')}
        name="description"
        defaultValue={description}
        error={errors.description}
        rows={2}
        maxLength={longestDescription}
      />
    </>
  );
}
