'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { FormProblem } from '@/components/workspace/entry/EntryCard';
import { requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import { answerSchema } from '../answers/answer';
import { FoundPerson } from './FoundPerson';
import type { FoundAnswer, KnownSource } from './personFile';

const foundSchema = z.object({
  items: z.array(z.object({ sourceId: z.string(), answer: answerSchema })),
  isComplete: z.boolean(),
});

type Found = { identifier: string; items: FoundAnswer[]; isComplete: boolean };

/** Finds what is stored about a person by what files call them, to give it out or to erase it. */
export function PersonSearch({ workspaceId, sources }: { workspaceId: string; sources: readonly KnownSource[] }) {
  const t = useTranslations('evidencePages.privacy');
  const router = useRouter();
  const [found, setFound] = useState<Found | null>(null);
  const invalid = { identifier: t('identifierNeeded') };
  const { form, errors, general, busy, settle } = useForm({
    invalid,
    check: ({ identifier }) => (identifier.trim() === '' ? invalid : {}),
    send: async ({ identifier }) => {
      setFound(null);
      const path = `/api/v1/workspaces/${workspaceId}/evidence/person`;
      setFound({ identifier, ...(await requestJson('POST', path, foundSchema, { identifier })) });
      settle();
    },
  });
  return (
    <div className="space-y-6">
      <form {...form} className="space-y-3">
        <FormProblem sentence={general} />
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-1 basis-64">
            <TextField
              label={t('identifier')}
              hint={t('identifierHint')}
              name="identifier"
              error={errors.identifier}
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              required
            />
          </div>
          <Button type="submit" className="mt-6 h-10" busy={busy} icon={<Search size={16} aria-hidden="true" />}>
            {t('find')}
          </Button>
        </div>
      </form>
      {found ? (
        <FoundPerson
          workspaceId={workspaceId}
          identifier={found.identifier}
          found={found.items}
          isComplete={found.isComplete}
          sources={sources}
          onErased={() => {
            setFound({ ...found, items: [], isComplete: true });
            router.refresh();
          }}
        />
      ) : null}
    </div>
  );
}
