'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { useEditor } from '../session/EditorContext';
import { evidenceTabs } from './evidenceStore';
import { FindEvidence } from './FindEvidence';
import { GapList } from './GapList';
import { LinkedTo } from './LinkedTo';
import { OfWhen } from './OfWhen';
import { ScoresTab } from './ScoresTab';
import { SuggestionList } from './SuggestionList';

/** What customers said, beside the map: to look for it, to link it, and to see where the team thinks otherwise. Only shown while it is open. */
export function EvidencePanel() {
  const t = useTranslations('evidence');
  const { evidence, navigation, workspaceId } = useEditor();
  const tab = useStore(evidence, (state) => state.tab);
  const { setTab, setOpen } = evidence.getState();
  return (
    <aside
      aria-label={t('title')}
      className="relative z-10 flex h-[56%] shrink-0 flex-col border-line border-t bg-surface lg:h-auto lg:w-84 lg:border-t-0 lg:border-l"
      onKeyDown={(event) => {
        // Shortcuts of the map must not act on what is selected while somebody types here.
        if (event.key !== 'Escape') event.stopPropagation();
        else if (!event.defaultPrevented) navigation.focus();
      }}
    >
      <header className="flex shrink-0 items-center gap-1 border-line border-b py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-bold text-base">{t('title')}</h2>
        <IconButton label={t('close')} icon={<X size={18} />} onClick={() => setOpen(false)} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        <LinkedTo />
        <div className="px-4 pt-3 pb-1">
          <SegmentedControl
            label={t('tabs.label')}
            size="sm"
            className="w-full"
            value={tab}
            options={evidenceTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
            onChange={setTab}
          />
        </div>
        {tab === 'find' || tab === 'suggestions' ? <OfWhen ofToday className="px-4 pt-2" /> : null}
        {tab === 'find' && workspaceId !== null ? <FindEvidence workspaceId={workspaceId} /> : null}
        {tab === 'suggestions' ? <SuggestionList /> : null}
        {tab === 'scores' ? <ScoresTab /> : null}
        {tab === 'gaps' ? <GapList /> : null}
      </div>
    </aside>
  );
}
