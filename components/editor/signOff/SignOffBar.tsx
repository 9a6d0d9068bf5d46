'use client';

import clsx from 'clsx';
import { Eye, ListChecks, Stamp, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { countPeople, decisionOf, findOfVersion, findOpen, signaturesOf } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { DecideButtons } from './DecideButtons';
import { useSignOffWords } from './useSignOffWords';

/**
 * Over a version that is up for sign-off or a baseline: how far it is, and what whoever is asked can do. Over the live map only that somebody’s own signature is
 * wanted, with the way to the version.
 */
export function SignOffBar({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('signOff');
  const { signOffs, versions, compare, me } = useEditor();
  const { departmentsOf, longOf } = useSignOffWords();
  const items = useStore(signOffs, (state) => state.items);
  const hidden = useStore(signOffs, (state) => state.hidden);
  const wanted = useStore(versions, (state) => state.wanted);
  const shown = useStore(versions, (state) => state.shown);
  const isComparing = useStore(compare, (state) => state.asked !== null);
  if (!items || isComparing || (wanted !== null && shown?.number !== wanted)) return null;
  const signOff = wanted === null ? findOpen(items) : findOfVersion(items, wanted);
  if (!signOff) return null;
  const { number } = signOff.version;
  const decision = signOff.status === 'open' ? decisionOf(signOff, me.id) : null;
  if (wanted === null && (decision !== 'pending' || hidden === signOff.id)) return null;
  const departments = departmentsOf(signaturesOf(signOff, me.id));
  const { asked: all, signed, objected } = countPeople(signOff);
  const objections = objected > 0 ? t('objections', { count: objected }) : '';
  const progress = decision === null ? '' : t('progress', { signed, asked: all });
  const state = [progress, objections].filter((text) => text !== '').join(' ');
  const more = decision === 'pending' ? t('wantedText') : signOff.status === 'open' ? state : '';
  const asked = departments === '' ? t('wanted', { number }) : t('wantedFor', { number, departments });
  return (
    <section
      aria-label={t('title')}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-surface px-3 py-2 sm:px-4"
    >
      <Stamp size={18} aria-hidden="true" className="shrink-0 text-accent" />
      <p role="status" className="min-w-0 flex-1 basis-60 text-sm">
        <span className="font-semibold">
          {decision === 'pending' ? asked : decision === null ? longOf(signOff) : t(`mine.${decision}`, { number })}
        </span>{' '}
        <span className={clsx('text-ink-soft', decision === 'pending' && 'max-sm:sr-only')}>{more}</span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {wanted === null ? (
          <Button
            size="sm"
            variant="primary"
            icon={<Eye size={14} aria-hidden="true" />}
            onClick={() => versions.getState().want(number)}
          >
            {t('look', { number })}
          </Button>
        ) : (
          <DecideButtons signOff={signOff} size="sm" />
        )}
        <Button size="sm" icon={<ListChecks size={14} aria-hidden="true" />} onClick={onShowAll}>
          {t('all')}
        </Button>
        {wanted === null ? (
          <IconButton size="sm" label={t('hide')} icon={<X size={16} />} onClick={() => signOffs.getState().hide(signOff.id)} />
        ) : null}
      </div>
    </section>
  );
}
