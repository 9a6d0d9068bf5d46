'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import type { LensPanel as Panel } from '../../lens';
import { useEditor } from '../../session/EditorContext';
import { useCanvas } from '../CanvasContext';
import { EvidencePanel } from './EvidencePanel';
import { MomentsPanel } from './MomentsPanel';
import { WayChip } from './WayChip';
import { WaysPanel } from './WaysPanel';

type CanvasPanel = Exclude<Panel, 'filter'>;

const contents: Record<CanvasPanel, () => ReactNode> = {
  ways: () => <WaysPanel />,
  moments: () => <MomentsPanel />,
  evidence: () => <EvidencePanel />,
};

/** What somebody looks through at the map: the ways, the moments one by one, or how much is known. A sheet at the lower edge on a phone. */
export function LensPanel() {
  const { lens } = useEditor();
  const panel = useStore(lens, (state) => state.panel);
  // The filter's own panel is there in every view: the shell shows it.
  if (panel === null || panel === 'filter') return <WayChip />;
  return <OpenPanel key={panel} panel={panel} />;
}

function OpenPanel({ panel }: { panel: CanvasPanel }) {
  const t = useTranslations('editor.lens');
  const { lens } = useEditor();
  const canvas = useCanvas();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // A list is there to be gone through at once; the other two leave the keyboard on the map.
    if (panel !== 'ways') return;
    const find = (selector: string) => frame.current?.querySelector<HTMLElement>(selector);
    (find('input:checked') ?? find('input'))?.focus();
  }, [panel]);
  const close = (): void => {
    lens.getState().close();
    canvas.context().focusCanvas();
  };
  return (
    <div data-covers-map className="map-lens">
      <section
        ref={frame}
        aria-label={t(`${panel}.title`)}
        className="map-lens-panel"
        data-panel={panel}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          // First what is highlighted, then the panel itself.
          if (!canvas.commands.run('endWay')) close();
        }}
      >
        <header className="flex shrink-0 items-center gap-2 py-1 pr-1 pl-4">
          <h2 className="min-w-0 flex-1 font-bold text-base">{t(`${panel}.title`)}</h2>
          <IconButton label={t('close')} icon={<X size={18} />} onClick={close} />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-4">{contents[panel]()}</div>
      </section>
    </div>
  );
}
