import { useTranslations } from 'use-intl';
import { bodyCell, headCell, ScrollTable } from '../ScrollTable';

type Row = { line: number; cells: string[] };
type Props = { headers: readonly string[][]; rows: readonly Row[]; columns: readonly string[] };

const shownRows = 4;
/** More columns than these make a browser slow, and nobody compares them here. */
const shownColumns = 60;

/** The file's first rows as they come out of the encoding and the signs between cells that are chosen. */
export function RawRows({ headers, rows, columns }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const width = Math.min(columns.length, shownColumns);
  const places = Array.from({ length: width }, (_, place) => place);
  const cellsOf = (cells: readonly string[]) =>
    places.map((place) => (
      <td key={columns[place]} className={`${bodyCell} max-w-64`}>
        <span className="line-clamp-2 break-words">{cells[place] ?? ''}</span>
      </td>
    ));
  return (
    <ScrollTable label={t('rawRows')}>
      <caption className="px-3 py-2 text-left text-ink-soft text-xs">{t('rawRows')}</caption>
      <thead>
        {(headers.length > 0 ? headers : [columns]).map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of headers have nothing but their place
          <tr key={index}>
            <th scope="col" className={headCell}>
              {index === 0 ? t('lineHead') : <span className="sr-only">{t('headerRow')}</span>}
            </th>
            {places.map((place) => (
              <th key={columns[place]} scope="col" className={`${headCell} max-w-64`}>
                <span className="line-clamp-2 whitespace-normal break-words">{cells[place] ?? ''}</span>
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {rows.slice(0, shownRows).map(({ line, cells }) => (
          <tr key={line}>
            <th scope="row" className={`${bodyCell} text-ink-faint`}>
              {line}
            </th>
            {cellsOf(cells)}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
