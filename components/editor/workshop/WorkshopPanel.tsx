'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { useEditor } from '../session/EditorContext';
import { AgendaSection } from './sections/AgendaSection';
import { LeadingSection } from './sections/LeadingSection';
import { LocksSection } from './sections/LocksSection';
import { SilentSection } from './sections/SilentSection';
import { TimerSection } from './sections/TimerSection';
import { VotingSection } from './sections/VotingSection';
import { useWorkshopAnswer } from './useWorkshopAnswer';
import { panelMark } from './useWorkshopKeys';

/**
 * The workshop beside the map: nothing of it is covered, on a narrow screen neither, where the map gets the upper part. Only shown while it is
 * open. Leaders have buttons in its sections, everybody else sees how things stand.
 */
export function WorkshopPanel() {
  const t = useTranslations('workshop.panel');
  const { workshop, navigation } = useEditor();
  const isOn = useWorkshopAnswer((answer) => answer.isOn);
  const mayLead = useWorkshopAnswer((answer) => answer.mayLead);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it by the keyboard goes on in it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      aria-label={t('title')}
      {...{ [panelMark]: '' }}
      className="relative z-10 flex h-[52%] shrink-0 flex-col border-line border-t bg-surface lg:h-auto lg:w-84 lg:border-t-0 lg:border-l"
      onKeyDown={(event) => {
        // Shortcuts of the map must not act on what is selected while somebody types here.
        if (event.key !== 'Escape') event.stopPropagation();
        else if (!event.defaultPrevented) navigation.focus();
      }}
    >
      <header className="flex shrink-0 items-center gap-1 border-line border-b py-2 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate font-bold text-base outline-none">
          {t('title')}
        </h2>
        <IconButton label={t('close')} icon={<X size={18} />} onClick={() => workshop.getState().setOpen(false)} />
      </header>
      <div
        // With nothing to press in it, keys scroll it.
        {...(isOn || mayLead ? {} : { tabIndex: 0 })}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)] text-sm"
      >
        <LeadingSection />
        {isOn ? <TimerSection /> : null}
        <AgendaSection />
        <SilentSection />
        <VotingSection />
        <LocksSection />
      </div>
    </aside>
  );
}
