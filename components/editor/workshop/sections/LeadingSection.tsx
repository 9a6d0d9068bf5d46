'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Section } from '../../inspector/Section';
import { useEditor } from '../../session/EditorContext';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';

/** Who leads the workshop, and how one begins to, stops, and ends it for everybody. */
export function LeadingSection() {
  const isOn = useWorkshopAnswer((answer) => answer.isOn);
  return isOn ? <Leaders /> : <Beginning />;
}

function Beginning() {
  const t = useTranslations('workshop.leading');
  const mayLead = useWorkshopAnswer((answer) => answer.mayLead);
  const { busyType, act } = useWorkshopWork();
  return (
    <Section>
      <p className="text-pretty text-ink-soft text-sm">{t(mayLead ? 'startHint' : 'off')}</p>
      {mayLead ? (
        <Button variant="primary" className="w-full" busy={busyType === 'start'} onClick={() => void act({ type: 'start' })}>
          {t('start')}
        </Button>
      ) : null}
    </Section>
  );
}

function Leaders() {
  const t = useTranslations('workshop.leading');
  const format = useFormatter();
  const { me } = useEditor();
  const leaders = useWorkshopAnswer((answer) => answer.leaders);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const mayLead = useWorkshopAnswer((answer) => answer.mayLead);
  const { busyType, act } = useWorkshopWork();
  const [asking, setAsking] = useState(false);
  const others = leaders.filter(({ id }) => id !== me.id).map(({ name }) => name || t('former'));
  const names = format.list(others, { type: 'conjunction' });
  return (
    <Section>
      <p className="text-pretty">
        {leads ? t(others.length > 0 ? 'youAnd' : 'you', { names }) : t('others', { names, count: others.length })}
      </p>
      {mayLead ? (
        <div className="flex flex-wrap gap-2">
          {leads ? (
            <>
              <Button size="sm" className="pointer-coarse:h-11" onClick={() => setAsking(true)}>
                {t('end')}
              </Button>
              {others.length > 0 ? (
                <Button
                  size="sm"
                  variant="ghost"
                  className="pointer-coarse:h-11"
                  busy={busyType === 'stepDown'}
                  onClick={() => void act({ type: 'stepDown' })}
                >
                  {t('stepDown')}
                </Button>
              ) : null}
            </>
          ) : (
            <Button
              size="sm"
              className="pointer-coarse:h-11"
              busy={busyType === 'lead'}
              onClick={() => void act({ type: 'lead' })}
            >
              {t('lead')}
            </Button>
          )}
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('endTitle')}
        description={t('endText')}
        confirmLabel={t('end')}
        danger
        busy={busyType === 'end'}
        onConfirm={async () => {
          if (await act({ type: 'end' })) setAsking(false);
        }}
      />
    </Section>
  );
}
