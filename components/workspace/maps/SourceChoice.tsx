'use client';

import { FileText, LayoutTemplate, SquareDashed } from 'lucide-react';
import * as Primitive from 'radix-ui/radio-group';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { TemplateChoice } from './templateChoice';

type Props = { value: string; templates: readonly TemplateChoice[]; onChange: (value: string) => void };

/** What a new map starts from: `blank`, `file`, or `template:<id>`. */
export function SourceChoice({ value, templates, onChange }: Props) {
  const t = useTranslations('workspace.newMap');
  return (
    <Primitive.Root aria-label={t('source')} value={value} onValueChange={onChange} className="grid gap-2">
      {templates.map((template) => (
        <Choice
          key={template.id}
          value={`template:${template.id}`}
          icon={<LayoutTemplate size={20} />}
          title={template.title}
          text={template.description}
        />
      ))}
      <Choice value="blank" icon={<SquareDashed size={20} />} title={t('blankTitle')} text={t('blankText')} />
      <Choice value="file" icon={<FileText size={20} />} title={t('fileTitle')} text={t('fileText')} />
    </Primitive.Root>
  );
}

function Choice({ value, icon, title, text }: { value: string; icon: ReactNode; title: string; text: string }) {
  return (
    <Primitive.Item
      value={value}
      className="flex items-start gap-3 rounded-lg p-3 text-left inset-ring inset-ring-line transition-colors hover:bg-hover data-[state=checked]:bg-surface-sunken data-[state=checked]:inset-ring-2 data-[state=checked]:inset-ring-ink"
    >
      <span className="mt-0.5 text-ink-soft" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{title}</span>
        <span className="block text-ink-soft text-sm">{text}</span>
      </span>
    </Primitive.Item>
  );
}
