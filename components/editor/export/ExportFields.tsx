'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { type Locale, locales } from '@/lib/i18n/locale';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import {
  type ExportOptions,
  exportFormats,
  exportOrientations,
  exportPapers,
  exportScales,
  exportThemes,
  isPicture,
  saidChoices,
} from './exportRequest';
import { MermaidLosses } from './MermaidLosses';
import { whereReasons } from './whereReasons';

/** Languages are named in themselves: whoever looks for theirs finds it. */
const localeNames: Record<Locale, string> = { de: 'Deutsch', en: 'English' };

type Props = { options: ExportOptions; onChange: (options: ExportOptions) => void };

/** The choices of an export; only those that the chosen format has. */
export function ExportFields({ options, onChange }: Props) {
  const t = useTranslations('export');
  const { format } = options;
  const language = (
    <Select
      label={t('language')}
      value={options.locale}
      options={locales.map((value) => ({ value, label: localeNames[value] }))}
      onChange={(locale) => onChange({ ...options, locale })}
    />
  );
  return (
    <>
      <div>
        <SegmentedControl
          className="w-full"
          label={t('format')}
          value={format}
          options={exportFormats.map((value) => ({ value, label: value === 'mermaid' ? 'Mermaid' : value.toUpperCase() }))}
          onChange={(value) => onChange({ ...options, format: value })}
        />
        <p className="mt-2 text-ink-soft text-sm">{t(`formatHints.${format}`)}</p>
      </div>
      {isPicture(format) ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {format === 'pdf' ? (
            <Select
              label={t('paper')}
              value={options.paper}
              options={exportPapers.map((value) => ({ value, label: t(`papers.${value}`) }))}
              onChange={(paper) => onChange({ ...options, paper })}
            />
          ) : null}
          {format === 'pdf' && options.paper !== 'fit' ? (
            <Select
              label={t('orientation')}
              value={options.orientation}
              options={exportOrientations.map((value) => ({ value, label: t(`orientations.${value}`) }))}
              onChange={(orientation) => onChange({ ...options, orientation })}
            />
          ) : null}
          {format === 'png' ? (
            <Select
              label={t('scale')}
              value={options.scale}
              options={exportScales.map((value) => ({ value, label: t(`scales.${value}`) }))}
              onChange={(scale) => onChange({ ...options, scale })}
            />
          ) : null}
          {language}
          <Select
            label={t('theme')}
            value={options.theme}
            options={exportThemes.map((value) => ({ value, label: t(`themes.${value}`) }))}
            onChange={(theme) => onChange({ ...options, theme })}
          />
          <PersonaField options={options} onChange={onChange} />
          <SaidField options={options} onChange={onChange} />
        </div>
      ) : null}
      {isPicture(format) ? (
        <Switch
          label={t('evidenceView')}
          hint={t('evidenceViewHint')}
          checked={options.evidenceView ?? false}
          onChange={(evidenceView) => onChange({ ...options, evidenceView })}
        />
      ) : null}
      {format === 'pdf' ? <ReasonsField options={options} onChange={onChange} /> : null}
      {format === 'json' ? (
        <Switch
          label={t('withDeleted')}
          hint={t('withDeletedHint')}
          checked={options.deleted ?? false}
          onChange={(deleted) => onChange({ ...options, deleted })}
        />
      ) : null}
      {format === 'json' ? <BaselineField options={options} onChange={onChange} /> : null}
      {format === 'mermaid' ? (
        <>
          <MermaidLosses />
          <Switch
            label={t('withComments')}
            hint={t('withCommentsHint')}
            checked={options.comments ?? false}
            onChange={(comments) => onChange({ ...options, comments })}
          />
          {options.comments ? <div className="sm:max-w-64">{language}</div> : null}
        </>
      ) : null}
    </>
  );
}

/** Of a future state: whether the file holds what that starts from. */
function BaselineField({ options, onChange }: Props) {
  const t = useTranslations('export');
  const isKept = useStore(useEditor().future, ({ facts }) => facts?.origin?.hasContent ?? false);
  if (!isKept) return null;
  return (
    <Switch
      label={t('withBaseline')}
      hint={t('withBaselineHint')}
      checked={options.baseline ?? true}
      onChange={(baseline) => onChange({ ...options, baseline })}
    />
  );
}

/** All personas over one another, or the journey of one; only where there is a choice. */
function PersonaField({ options, onChange }: Props) {
  const t = useTranslations('export');
  const inspector = useTranslations('editor.inspector');
  const personas = useArrangedPart((map) => map.personas);
  if (personas.length < 2) return null;
  const { persona, ...rest } = options;
  return (
    <Select
      label={t('personas')}
      value={personas.some(({ id }) => id === persona) ? (persona ?? '') : ''}
      options={[
        { value: '', label: t('personasAll') },
        ...personas.map(({ id, name }) => ({
          value: id,
          label: t('personaAlone', { name: name.trim() || inspector('personaUnnamed') }),
        })),
      ]}
      onChange={(id) => onChange(id === '' ? rest : { ...rest, persona: id })}
    />
  );
}

/** Where customers say something on the map: what of it the picture has. */
function SaidField({ options, onChange }: Props) {
  const t = useTranslations('export');
  const { evidence } = useEditor();
  const isThere = useStore(evidence, (state) => (state.onMap?.size ?? 0) > 0);
  const mayReadAnswers = useStore(evidence, (state) => state.mayReadAnswers);
  if (!isThere) return null;
  const choices = saidChoices.filter((choice) => mayReadAnswers || choice !== 'all');
  return (
    <Select
      label={t('said')}
      value={mayReadAnswers || options.said !== undefined ? (options.said ?? 'all') : 'scores'}
      options={choices.map((value) => ({ value, label: t(`saidChoices.${value}`) }))}
      onChange={(said) => onChange({ ...options, said })}
    />
  );
}

/** Of a future state: whether the file says how far it is from its baseline, and why. */
function ReasonsField({ options, onChange }: Props) {
  const t = useTranslations('export');
  const { session, future, compare } = useEditor();
  const origin = useStore(future, (state) => state.facts?.origin);
  const asked = useStore(compare, (state) => state.asked);
  const where = whereReasons(origin, asked, session.mapId);
  if (!where) return null;
  return (
    <Switch
      label={t('reasons')}
      hint={t(`reasonsHint.${where}`)}
      checked={options.reasons ?? true}
      onChange={(reasons) => onChange({ ...options, reasons })}
    />
  );
}
