import { createTranslator } from 'use-intl/core';
import type { Comparison } from '@/lib/evidence/figures/compareFigures';
import { boundsOf, type Figure } from '@/lib/evidence/figures/figure';
import { formatScore, type WriteNumber } from '@/lib/evidence/figures/formatScore';
import { unitOf } from '@/lib/evidence/scoreMethod';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { FigureLabels } from '@/lib/map/layout/types';
import type { StepFigure } from '@/lib/map/mapEvidence';

const minus = '\u2212';
const withMinus = (text: string): string => text.replace('-', minus);

/** “3 Nov 2026” of `2026-11-03`. */
function toDate(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A number of a figure's unit as people read it: “+30”, “31 %”, “2.9”. */
const numberFormats = (locale: Locale) => {
  const formats = new Map<string, Intl.NumberFormat>();
  const write: WriteNumber = (value, options) => {
    const key = JSON.stringify(options);
    const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
    formats.set(key, format);
    return format.format(value);
  };
  return (figure: Pick<Figure, 'method'>, value: number): string => formatScore(value, unitOf(figure.method), write);
};

/** The words and formats of what customers say, made of the `canvas` messages of a language. */
export function makeFigureLabels(locale: Locale, messages: Messages['canvas']): FigureLabels {
  const t = createTranslator({ locale, messages: { canvas: messages }, namespace: 'canvas.figures' });
  const format = numberFormats(locale);
  const emotion = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  const name = ({ scale: { metric, min, max } }: Figure): string => t(`name.${metric}`, { min, max });
  const unit = ({ method, scale }: Figure): string => {
    if (method.kind === 'nps') return '';
    if (method.kind !== 'share') return t(`unit.${method.kind}`);
    return scale.metric === 'csat'
      ? t('unit.satisfied')
      : scale.direction === 'highIsGood'
        ? t('unit.easy')
        : t('unit.littleEffort');
  };
  const amountOf = (figure: Figure, { difference }: { difference: number }) => {
    const by = Math.abs(difference);
    const amount = unitOf(figure.method) === 'scale' ? size.format(by) : size.format(Math.round(by));
    return { arrow: difference > 0 ? '↑' : '↓', amount };
  };
  const change = (figure: Figure, comparison: Comparison | null): string | null => {
    if (comparison === null || comparison.verdict === 'tooFew' || comparison.verdict === 'incomparable') return null;
    if (comparison.verdict === 'withinNoise') return t('withinNoise');
    return t(comparison.verdict, amountOf(figure, comparison));
  };
  /** Since a version, also why nothing can be said: whoever chose it asks. */
  const changeSince = (figure: Figure, comparison: Comparison | null, version: number): string => {
    if (comparison === null) return t('since.none', { version });
    if (comparison.verdict === 'better' || comparison.verdict === 'worse') {
      return t(`since.${comparison.verdict}`, { version, ...amountOf(figure, comparison) });
    }
    return t(`since.${comparison.verdict}`, { version });
  };
  const interval = (figure: Figure): string | null =>
    figure.standing === 'tooFew'
      ? null
      : t('interval', { lower: format(figure, figure.interval.lower), upper: format(figure, figure.interval.upper) });
  /** `isLong`: where there is room for all the words, and nobody sees the sign. */
  const parts = ({ figure, change: comparison, against, otherLinks }: StepFigure, isLong: boolean): string[] =>
    [
      interval(figure),
      figure.standing === 'tentative' ? t('tentative') : null,
      against === undefined ? change(figure, comparison) : changeSince(figure, comparison, against),
      otherLinks ? t(isLong ? 'otherLinksInWords' : 'otherLinks') : null,
    ].filter((part) => part !== null);

  return {
    name,
    answers: (n) => t('answers', { n }),
    tooFew: t('tooFew'),
    score: (figure) => ({ value: format(figure, figure.score), unit: unit(figure) }),
    bounds: boundsOf,
    // A no-break space keeps the dot at the end of a line, never at the start of one.
    note: (shown) => parts(shown, false).join('\u00a0· '),
    sentence: (shown) => {
      const { figure } = shown;
      const score =
        figure.standing === 'tooFew' ? t('tooFew') : [format(figure, figure.score), unit(figure)].filter(Boolean).join(' ');
      return [`${name(figure)}: ${score}`, t('answers', { n: figure.n }), ...parts(shown, true)].join('; ');
    },
    quoted: (text) => t('quoted', { text }),
    quoteSource: ({ source, day }) => (day === null ? source : t('quoteSource', { source, date: toDate(day, locale) })),
    moreQuotes: (count) => t('moreQuotes', { count }),
    erased: t('erased'),
    team: t('team'),
    customers: t('customers'),
    largestGap: (step, gap) => t('largestGap', { step, gap: withMinus(emotion.format(gap)) }),
    emotion: (step, { score, interval: { lower, upper }, n, standing }) =>
      [
        t('emotion', {
          ...{ step, n, score: withMinus(emotion.format(score)) },
          ...{ lower: withMinus(emotion.format(lower)), upper: withMinus(emotion.format(upper)) },
        }),
        ...(standing === 'tentative' ? [t('tentative')] : []),
      ].join('; '),
  };
}
