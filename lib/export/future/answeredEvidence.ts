import { can } from '@/lib/access/operation';
import type { Standing } from '@/lib/access/standing';
import type { Database } from '@/lib/data/database';
import { listSources } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import type { Locale } from '@/lib/i18n/locale';
import { messagesOf, translatorOf } from '@/lib/i18n/translator';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { readCategories } from '@/lib/sources/categories/readCategories';
import { readPinnedQuotes } from '@/lib/sources/links/readPinnedQuotes';
import type { SaidChoice } from '../exportRequest';
import { makeDayText, makeFilterWords } from '../filterWords';
import type { AnsweredEvidence } from './distance';

/** The links that reasons answer: as the future state has them, else as the baseline had them. `isLinked`: it hangs on one of the two. */
function listAnswered(map: JourneyMap, base: JourneyMap): { link: EvidenceLink; isLinked: boolean }[] {
  const ids = new Set(
    map.reasons.flatMap(({ answers, deletedAt }) =>
      deletedAt === undefined ? answers.flatMap(({ type, id }) => (type === 'link' ? [id] : [])) : [],
    ),
  );
  const all = [...map.links, ...base.links].filter(({ id }) => ids.has(id));
  const isAlive = ({ deletedAt }: EvidenceLink): boolean => deletedAt === undefined;
  return [...ids].flatMap((id) => {
    const own = all.filter((link) => link.id === id);
    const link = own.find(isAlive) ?? own[0];
    return link ? [{ link, isLinked: isAlive(link) }] : [];
  });
}

/**
 * What reasons answer of what customers said, by links, as far as somebody with this standing may know it and the file is to show it (`said`). What is no link
 * any more is not among them.
 */
export async function readAnsweredEvidence(
  database: Database,
  { map: { workspaceId }, standing }: { map: Pick<MapRow, 'workspaceId'>; standing: Standing },
  { map, base }: { map: JourneyMap; base: JourneyMap },
  { locale, said }: { locale: Locale; said: SaidChoice },
): Promise<Map<string, AnsweredEvidence>> {
  const answered = listAnswered(map, base);
  const t = translatorOf(locale, 'future');
  const plain = { detail: '', isQuote: false, isMissing: false };
  if (answered.length === 0) return new Map();
  if (said === 'none' || !can(standing, 'workspace.readFigures')) {
    return new Map(answered.map(({ link: { id } }) => [id, { ...plain, text: t('reason.evidence') }]));
  }
  const words = translatorOf(locale, 'evidence');
  const names = new Map((await listSources(database, workspaceId)).map(({ id, name }) => [id, name]));
  const { tree } = await readCategories(database, workspaceId);
  const mayRead = said === 'all' && can(standing, 'workspace.readAnswers');
  const links = answered.map(({ link }) => link);
  const { quotes, erased } = await readPinnedQuotes(database, new Set(names.keys()), links);
  const { wordsOf } = makeFilterWords(locale, messagesOf(locale), (id) => tree.find(tree.standIn(id) ?? '')?.path);
  const dayText = makeDayText(locale);
  const tell = ({ link, isLinked }: (typeof answered)[number]): AnsweredEvidence => {
    const name = names.get(link.sourceId);
    const missing = { ...plain, isMissing: true };
    if (name === undefined) return { ...missing, text: t('reason.sourceGone') };
    if (erased.has(link.id)) return { ...missing, text: t('reason.evidenceErased'), detail: name };
    const isOne = link.responseId !== undefined;
    const part = isOne ? words('oneAnswer') : wordsOf(link);
    if (!isLinked) return { ...missing, text: t('reason.unlinked'), detail: [name, part].join(' · ') };
    const quote = mayRead ? quotes.get(link.id) : undefined;
    if (quote?.text) {
      const detail = [name, ...(quote.day === null ? [] : [dayText(quote.day)])].join(' · ');
      return { ...plain, text: words('quoted', { text: quote.text }), detail, isQuote: true };
    }
    return { ...plain, text: [name, part].join(' · ') };
  };
  return new Map(answered.map((one) => [one.link.id, tell(one)]));
}
