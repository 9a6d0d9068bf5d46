/** A row of a survey as the tests say it. */
export type Said = { id: string; customer: string; day: number; touchpoint: string; score: number; words: string };

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const ids = [
  'startDate',
  'endDate',
  'status',
  'progress',
  'duration',
  'finished',
  'recordedDate',
  '_recordId',
  'externalDataReference',
];

/** An export of Qualtrics with its three header rows; the score is a recommendation from 0 to 10. */
export function qualtricsFile(rows: readonly Said[]): Buffer {
  const names =
    'StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,ExternalReference,DistributionChannel,UserLanguage,Q1,Q2,Q3';
  const labels = [
    ...[
      'Anfangsdatum',
      'Enddatum',
      'Antworttyp',
      'Fortschritt',
      'Dauer (in Sekunden)',
      'Beendet',
      'Aufgezeichnet am',
      'Antwort-ID',
    ],
    ...['Externe Datenreferenz', 'Verteilungskanal', 'Sprache des Benutzers'],
    'Wie wahrscheinlich ist es, dass Sie unseren Kundenservice weiterempfehlen?',
    'Warum haben Sie diese Bewertung gegeben?',
    'Worum ging es?',
  ];
  const imports = [...ids, 'distributionChannel', 'userLanguage', 'QID1', 'QID2_TEXT', 'QID3'];
  const lines = rows.map(({ id, customer, day, touchpoint, score, words }) => {
    const at = `2026-10-${String(day).padStart(2, '0')} 09:`;
    return `${at}01:02,${at}02:00,0,100,58,1,${at}02:01,${id},${customer},email,DE,${score},${quoted(words)},${touchpoint}`;
  });
  const third = imports.map((name) => quoted(JSON.stringify({ ImportId: name }))).join(',');
  return Buffer.from([names, labels.map(quoted).join(','), third, ...lines, ''].join('\r\n'));
}

/** A file as Excel saves it in Germany: semicolons, Windows-1252, German dates; the score is satisfaction from 1 to 5. */
export function germanFile(rows: readonly Said[]): Buffer {
  const head = 'Vorgangsnr.;Eingang;Berührungspunkt;Kanal;Wartezeit (min);Zufriedenheit (1-5);Aufwand;Kommentar;Kundennummer';
  const lines = rows.map(
    ({ id, customer, day, touchpoint, score, words }) =>
      `${id};${String(day).padStart(2, '0')}.10.2026 10:30;${touchpoint};Telefon \u0096 eingehend;3,5;${score};${6 - score};${quoted(words)};${customer}`,
  );
  // The dash is where only Windows-1252 has it; all other signs are the same in ISO-8859-1.
  return Buffer.from([head, ...lines, ''].join('\r\n'), 'latin1');
}
