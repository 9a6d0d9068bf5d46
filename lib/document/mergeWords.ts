import { diffWords, type WordEdit } from './wordDiff';

/** Edits of two people that touch each other, and the stretch of the common text that they are about. */
type Cluster = { start: number; end: number; own: WordEdit[]; other: WordEdit[] };

/**
 * A text that two people went on with from a common one, as one text: what each changed where the other did not. Where both changed the same words,
 * `wanted` stands, and behind it what `written` has added there: no word that was written is lost.
 */
export function mergeWords(common: string, wanted: string, written: string): string {
  if (written === common || wanted === written) return wanted;
  if (wanted === common) return written;
  let merged = '';
  let index = 0;
  for (const cluster of toClusters(diffWords(common, wanted), diffWords(common, written))) {
    merged += common.slice(index, cluster.start) + settle(common, cluster);
    index = cluster.end;
  }
  return merged + common.slice(index);
}

const endOf = ({ index, remove }: WordEdit): number => index + remove.length;

function toClusters(wanted: readonly WordEdit[], written: readonly WordEdit[]): Cluster[] {
  const edits = [...wanted.map((edit) => ({ edit, own: true })), ...written.map((edit) => ({ edit, own: false }))];
  edits.sort((a, b) => a.edit.index - b.edit.index || endOf(a.edit) - endOf(b.edit) || Number(b.own) - Number(a.own));
  const clusters: Cluster[] = [];
  for (const { edit, own } of edits) {
    let last = clusters.at(-1);
    // Beside each other is apart, but for two that begin at the same place with nothing between.
    if (!last || edit.index >= last.end) {
      last = { start: edit.index, end: endOf(edit), own: [], other: [] };
      clusters.push(last);
    }
    last.end = Math.max(last.end, endOf(edit));
    last[own ? 'own' : 'other'].push(edit);
  }
  return clusters;
}

function settle(common: string, { start, end, own, other }: Cluster): string {
  const write = (edits: readonly WordEdit[]): string => {
    let [text, index] = ['', start];
    for (const edit of edits) {
      text += common.slice(index, edit.index) + edit.insert;
      index = endOf(edit);
    }
    return text + common.slice(index, end);
  };
  if (own.length === 0) return write(other);
  const wanted = write(own);
  const added = other.map(({ insert }) => insert).filter((words) => words.trim() !== '' && !wanted.includes(words.trim()));
  return added.reduce((text, words) => text + (/\s$/.test(text) || /^\s/.test(words) || text === '' ? '' : ' ') + words, wanted);
}
