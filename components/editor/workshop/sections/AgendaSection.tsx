'use client';

import { useTranslations } from 'use-intl';
import { Section } from '../../inspector/Section';
import { AgendaBegin } from '../agenda/AgendaBegin';
import { AgendaList } from '../agenda/AgendaList';
import { AgendaMenu } from '../agenda/AgendaMenu';
import { AgendaSteps } from '../agenda/AgendaSteps';
import { AgendaSummary } from '../agenda/AgendaSummary';
import { useMayArrange } from '../agenda/useMayArrange';
import { useWorkshopAnswer } from '../useWorkshopAnswer';

/** The run-of-show: what comes when, and where one is in it. Leaders arrange it, before the workshop and during it. */
export function AgendaSection() {
  const t = useTranslations('workshop.agenda');
  const isEmpty = useWorkshopAnswer(({ state }) => state.agenda.length === 0);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const mayArrange = useMayArrange();
  if (isEmpty && !mayArrange) return null;
  return (
    <Section title={t('title')} action={mayArrange && !isEmpty ? <AgendaMenu /> : null}>
      {isEmpty ? (
        <AgendaBegin />
      ) : (
        <>
          <AgendaSummary />
          {leads ? <AgendaSteps /> : null}
          <AgendaList />
        </>
      )}
    </Section>
  );
}
