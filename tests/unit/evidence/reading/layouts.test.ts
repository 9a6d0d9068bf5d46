import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { adoptPlan } from '@/lib/evidence/reading/adoptPlan';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { fixture, inspect, problemsOf, readAll, responsesOf, rolesOf, showResponse, textFile } from './wholeFile';

/** A file as it is understood and read: its roles, what is remarked, its answers and what was not taken over. */
async function understand(name: string) {
  const source = fixture(name);
  const { plan, remarks } = await inspect(source);
  const items = await readAll(source, plan);
  return {
    layout: plan.layout,
    headerRows: plan.headerRows,
    timeZone: plan.timeZone,
    roles: rolesOf(plan),
    remarks: remarks.map(({ column, key }) => `${column}: ${key}`),
    answers: responsesOf(items).map(showResponse),
    problems: problemsOf(items),
  };
}

describe('a layout is recognised by name', () => {
  test('Qualtrics, three header rows in the account’s language, times in the zone that the third says', async () => {
    const { remarks, roles, ...rest } = await understand('qualtrics-modern.csv');
    expect(roles).toEqual({
      IPAddress: 'drop ip',
      RecordedDate: 'time ymd',
      ResponseId: 'response id',
      RecipientLastName: 'drop name',
      RecipientFirstName: 'drop name',
      RecipientEmail: 'drop email',
      ExternalReference: 'person id',
      LocationLatitude: 'drop coordinates',
      LocationLongitude: 'drop coordinates',
      DistributionChannel: 'segment',
      UserLanguage: 'language',
      Q1: 'nps 0-10',
      Q2: 'verbatim',
      Q3: 'segment',
    });
    expect(remarks).toEqual([]);
    expect(rest).toEqual({
      layout: 'qualtrics',
      headerRows: 3,
      timeZone: 'Europe/Berlin',
      answers: [
        'R_1aB2 by K-1001 2026-03-10T08:02 nps 9 in DE [email] [Rechnung] "Nach dem zweiten Anruf ging es schnell.\\nDanke!"',
        'R_2cD3 by K-1002 2026-03-11T22:30 nps 3 in EN [anonymous] [Kündigung] "Three agents, three answers; call me at ▇▇▇"',
      ],
      problems: ['7 row.nothingAnswered'],
    });
  });

  test('Qualtrics marks previews and tests of a survey, and these are no answers', async () => {
    const text = new TextDecoder().decode(await fixture('qualtrics-modern.csv').read(0, 1_000_000));
    const lines = text.split('\n');
    const [sample = ''] = lines.filter((line) => line.includes('R_2cD3'));
    const row = (status: string, id: string) => sample.replace(',0,203', `,${status},203`).replace('R_2cD3', id);
    const marked = [
      ...lines.slice(0, 3),
      row('1', 'R_a'),
      row('Survey Test', 'R_b'),
      row('0', 'R_c'),
      row('IP Address', 'R_d'),
      row('4', 'R_e'),
    ];
    const source = textFile(`${marked.join('\n')}\n`);
    const { plan, remarks } = await inspect(source);
    const items = await readAll(source, plan);
    expect(responsesOf(items).map(({ responseId }) => responseId)).toEqual(['R_c', 'R_d', 'R_e']);
    expect(problemsOf(items)).toEqual(['4 Status row.leftOut', '5 Status row.leftOut']);
    expect(remarks.map(({ column, key }) => `${column}: ${key}`)).toEqual(['Status: rows.leftOut']);
    // As every guess, this one can be corrected, and is remembered so.
    const corrected = { ...plan, leavesOut: [] };
    expect(responsesOf(await readAll(source, corrected))).toHaveLength(5);
    expect(adoptPlan(plan, corrected).leavesOut).toEqual([]);

    const old = new TextDecoder().decode(await fixture('qualtrics-legacy.csv').read(0, 1_000_000));
    const oldSource = textFile(old.replace('203.0.113.8,0,', '203.0.113.8,2,'));
    expect(problemsOf(await readAll(oldSource, (await inspect(oldSource)).plan))).toEqual(['4 V7 row.leftOut']);
  });

  test('Qualtrics before 2017, with a byte-order mark and an empty last column', async () => {
    expect(await understand('qualtrics-legacy.csv')).toEqual({
      layout: 'qualtricsLegacy',
      headerRows: 2,
      timeZone: 'Europe/Berlin',
      roles: {
        V1: 'response id',
        V3: 'drop name',
        V4: 'person id',
        V5: 'drop email',
        V6: 'drop ip',
        V9: 'time ymd ? dates.zoneAssumed',
        Q1: 'csat 1-5',
        Q2_TEXT: 'verbatim',
      },
      remarks: ['V9: dates.zoneAssumed'],
      answers: [
        'R_old1 by C-7 2016-05-01T08:04 csat 4 "Answer the phone faster, please."',
        'R_old2 2016-05-02T08:01 csat 2',
        'R_old3 2016-05-03T08:01 csat 5 "Nothing, all was well."',
      ],
      problems: [],
    });
  });

  test('SurveyMonkey, a question above each of its choices, HTML in a header, words for scores', async () => {
    const { roles, remarks, ...rest } = await understand('surveymonkey-two-header-rows.csv');
    expect(roles).toEqual({
      'Respondent ID': 'response id',
      'End Date': 'time mdy ? dates.ambiguous dates.zoneAssumed',
      'IP Address': 'drop ip',
      'Email Address': 'drop email',
      'First Name': 'drop name',
      'Last Name': 'drop name',
      'Custom Data 1': 'segment',
      'How satisfied were you with the call?': 'csat 1-5',
      'Which channels did you use? – Phone': 'segment',
      'Which channels did you use? – Web': 'segment',
      'Which channels did you use? – Other (please specify)': 'segment',
      'What should we change? Tell us.': 'verbatim',
      'How likely is it that you would recommend us to a friend or colleague?': 'nps 0-10',
    });
    expect(remarks).toEqual(['End Date: dates.ambiguous', 'End Date: dates.zoneAssumed']);
    expect(rest).toEqual({
      layout: 'surveyMonkey',
      headerRows: 2,
      timeZone: 'Europe/Berlin',
      answers: [
        '11800000001 2026-03-01T08:03 csat 5 nps 10 [hotline] [Phone] "Nothing at all, keep going like that"',
        '11800000002 2026-03-02T21:01 csat 2 nps 2 [shop] [Phone] [Web] "The queue, and the music in it; I waited 40 minutes"',
        '11800000003 2026-03-12T12:02 csat 3 nps 0 [hotline] [Web] [App]',
      ],
      problems: ['6 row.nothingAnswered'],
    });
  });

  test('SurveyMonkey, trimmed to one header row, a hyphen for what is missing', async () => {
    expect(await understand('surveymonkey-trimmed.csv')).toMatchObject({
      layout: 'surveyMonkey',
      headerRows: 1,
      roles: {
        RespondentID: 'response id',
        EndDate: 'time mdy ? dates.zoneAssumed',
        'How would you rate our service?': 'csat 1-5',
        Comments: 'verbatim',
      },
      answers: [
        '91 2026-04-01T09:00 csat 3',
        '92 2026-04-02T09:00 csat 5 "Everything worked at the first attempt"',
        '93 2026-04-03T09:00 csat 1',
        '94 2026-04-28T09:00 csat 4',
        '95 2026-04-28T10:00 csat 2',
      ],
    });
  });

  test('Typeform, with hidden fields, telephone numbers behind an apostrophe and line ends in answers', async () => {
    expect(await understand('typeform.csv')).toEqual({
      layout: 'typeform',
      headerRows: 1,
      timeZone: 'UTC',
      roles: {
        '#': 'response id',
        'How likely are you to recommend us?': 'nps 0-10',
        'What is the main reason for your score?': 'verbatim',
        'Your phone number': 'drop phone',
        touchpoint: 'touchpoint',
        'Response Type': 'segment',
        'Submit Date (UTC)': 'time ymd UTC',
        'Network ID': 'drop ip',
        Tags: 'segment',
      },
      remarks: [],
      answers: [
        'k3j9x0 2026-02-03T07:11 nps 10 at hotline [completed] [vip] "Quick & friendly,\\nno waiting at all."',
        'k3j9x1 2026-02-05T00:01 nps 6 at shop [completed] "I had to explain it twice."',
      ],
      problems: ['5 row.nothingAnswered'],
    });
  });

  test('Typeform, older', async () => {
    expect(await understand('typeform-older.csv')).toMatchObject({
      layout: 'typeform',
      roles: {
        '#': 'response id',
        'How easy was it to get help?': 'ces 1-7',
        'Anything else?': 'verbatim',
        'Submit Date (UTC)': 'time ymd UTC',
        'Network ID': 'drop ip',
      },
      answers: ['f00d 2019-02-03T07:11 ces 7 "Not really"', expect.any(String), 'f00f 2019-02-04T08:11 ces 5'],
    });
  });

  test('Google Forms, downloaded: everything quoted, zones by letters, the same question twice', async () => {
    expect(await understand('google-forms-direct.csv')).toMatchObject({
      layout: 'googleForms',
      roles: {
        Zeitstempel: 'time ymd',
        'E-Mail-Adresse': 'drop email',
        'Wie zufrieden waren Sie mit dem Anruf?': 'csat 1-5',
        'Worum ging es?': 'segment',
        'Möchten Sie uns noch etwas sagen?': 'verbatim',
        'Möchten Sie uns noch etwas sagen? (2)': 'verbatim',
      },
      remarks: ['Möchten Sie uns noch etwas sagen? (2): columns.nameTwice'],
      answers: [
        '2023-03-21T06:16 csat 5 [Rechnung;Umzug] "Sehr \\"nett\\"; danke!"',
        '2023-03-21T18:46 csat 2 [Kündigung] "Bitte rufen Sie zurück, und nicht erst morgen"',
        '2023-03-27T17:46 csat 1 [Rechnung]',
      ],
    });
  });

  test('Google Forms, by way of Sheets', async () => {
    expect(await understand('google-forms-sheets.csv')).toMatchObject({
      layout: 'googleForms',
      roles: { Timestamp: 'time dmy ? dates.zoneAssumed', 'How satisfied were you with the call?': 'csat 1-5' },
      answers: [
        '2023-03-10T11:28 csat 4 [Invoice, Moving house]',
        '2023-03-11T08:05 csat 3 [Invoice]',
        '2023-03-12T08:05 csat 5 [Cancellation]',
      ],
    });
  });

  test('Formbricks, numbered questions', async () => {
    expect(await understand('formbricks.csv')).toMatchObject({
      layout: 'formbricks',
      roles: {
        'Response ID': 'response id',
        Timestamp: 'time ymd',
        'User ID': 'person id',
        Tags: 'segment',
        '1. How easy did we make it to solve your problem?': 'ces 1-7 ? score.scaleUnclear',
        '2. What was hard?': 'verbatim',
        language: 'language',
      },
      answers: [
        'clx1 by u-1 2026-01-07T10:00 ces 6 in de [bug] "Finding the number of the hotline on the page"',
        'clx3 2026-01-08T00:30 ces 2 in en "Nobody called back although it was promised"',
      ],
      problems: ['3 row.nothingAnswered'],
    });
  });

  test('Trustpilot', async () => {
    expect(await understand('trustpilot.csv')).toEqual({
      layout: 'trustpilot',
      headerRows: 1,
      timeZone: 'UTC',
      roles: {
        'Webshop Name': 'segment',
        'Review Id': 'response id',
        'Review Created (UTC)': 'time ymd UTC',
        'Review Consumer User Id': 'person id',
        'Review Username': 'drop name',
        'Review Title': 'verbatim',
        'Review Content': 'verbatim',
        'Review Stars': 'csat 1-5',
        'Source Name': 'segment',
        'Review Language': 'language',
        Tags: 'segment',
      },
      remarks: [],
      answers: [
        'r100 by c1 2026-01-31T23:10 csat 5 in de [Example Shop] [Invitation] [delivery] "Schnell" "Alles kam am nächsten Tag."',
        'r101 by c2 2026-02-01T08:00 csat 1 in en [Example Shop] [Organic] "Never again" "Write to me: ▇▇▇. Two weeks, no answer."',
      ],
      problems: [],
    });
  });

  test('Delighted, as its API answers', async () => {
    expect(await understand('delighted.json')).toEqual({
      layout: 'delighted',
      headerRows: 0,
      timeZone: 'UTC',
      roles: {
        id: 'response id',
        person: 'person id',
        score: 'nps 0-10',
        comment: 'verbatim',
        created_at: 'time unixSeconds',
        'person_properties.Country': 'segment',
        'person_properties.Touchpoint': 'touchpoint',
        tags: 'segment',
        'additional_answers.q1': 'verbatim',
      },
      remarks: [],
      answers: [
        '47 by 39 2026-03-10T07:00 nps 10 at Hotline [Germany] [fast; phone] "Great service! – schnell" "The first call solved it"',
        '48 by 40 2026-03-11T07:00 nps 4 at Shop [Austria]',
      ],
      problems: [],
    });
  });

  test('GSA Touchpoints, a thumb and what was good and bad', async () => {
    const { roles, answers, layout, problems } = await understand('touchpoints.csv');
    expect(layout).toBe('touchpoints');
    expect(roles).toMatchObject({
      external_id: 'response id',
      question_1: 'csat 0-1',
      positive_ease: 'segment',
      question_4: 'verbatim',
    });
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatch(/^7001 csat 1 .*"The person listened to me"$/);
    // Neither up nor down: no answer to this question.
    expect(problems).toEqual(['4 question_1 score.outside']);
  });

  test('none: a German table with semicolons, decimal commas and Windows-1252, every wrong row by its line', async () => {
    const source = fixture('hotline-windows-1252.csv');
    const { plan, remarks } = await inspect(source);
    expect(plan.form).toEqual({
      kind: 'delimited',
      encoding: { name: 'windows-1252', invalidBytes: 'reject' },
      delimiter: ';',
      quote: '"',
    });
    expect(plan).toMatchObject({ layout: null, decimal: 'comma', headerRows: 1, skippedRows: 0 });
    expect(rolesOf(plan)).toEqual({
      'Vorgangsnr.': 'response id',
      Eingang: 'time dmy ? dates.zoneAssumed',
      Berührungspunkt: 'touchpoint',
      Kanal: 'channel',
      Zufriedenheit: 'csat 1-5',
      Aufwand: 'ces 1-5 low ? score.directionUnclear',
      Kommentar: 'verbatim',
      Kundennummer: 'person id',
      Kundenname: 'drop name',
    });
    expect(remarks.map(({ key }) => key)).toEqual(['dates.zoneAssumed', 'score.directionUnclear']);
    const items = await readAll(source, plan);
    expect(responsesOf(items).map(showResponse)).toEqual([
      'V-1 by K1 2026-03-10T11:28 csat 5 ces 1 at Hotline via Telefon "Ging flott. Rückruf bitte unter ▇▇▇"',
      'V-2 by K2 2026-03-11T08:01 csat 1 ces 5 at Hotline via Telefon "„Warteschleife“ – 40 Minuten; dann aufgelegt"',
      'V-3 by K3 2026-03-11T16:45 csat 3 ces 2 at Filiale Köln via vor Ort',
      'V-4 by K1 2026-03-12T09:00 csat 2 ces 4 at Webformular via Online "Formular stürzt ab\\nund vergisst alles"',
    ]);
    expect(problemsOf(items)).toEqual(['7 Eingang time.unreadable', '8 Zufriedenheit score.outside', '9 row.nothingAnswered']);
    expect(items.at(-2)).toMatchObject({ problem: { values: { given: '6', min: 1, max: 5 } } });
  });
});

/** Other people's files, where they lie beside the repository. They are read in place and never copied. */
const samples = path.resolve('../shared/samples');
const hasSamples = existsSync(samples);
if (!hasSamples) process.stderr.write('\n!! SKIPPED: other people’s survey exports (../shared/samples) are not here.\n\n');

describe.skipIf(!hasSamples)('other people’s exports are read', () => {
  test.each([
    ['qualtrics/modern-three-header-rows.csv', 'qualtrics', 3, 1],
    ['surveymonkey/steak-risk-survey.csv', 'surveyMonkey', 2, 550],
    ['surveymonkey/weather-check.csv', 'surveyMonkey', 1, 928],
    ['touchpoints/responses-with-bom.csv', 'touchpoints', 1, 4],
  ] as const)('%s', async (name, layout, headerRows, count) => {
    const source = sourceOf(new Uint8Array(readFileSync(path.join(samples, name))));
    const { plan } = await inspect(source);
    expect(plan).toMatchObject({ layout, headerRows });
    const items = await readAll(source, plan);
    expect(problemsOf(items)).toEqual([]);
    expect(responsesOf(items)).toHaveLength(count);
    // Nothing of a person is kept that nobody has asked for, and no markup of a question.
    expect(responsesOf(items).every(({ personal }) => personal.length === 0)).toBe(true);
    expect(plan.columns.every(({ name: column }) => !/[<>]/.test(column))).toBe(true);
    expect(new Set(responsesOf(items).map(({ fingerprint }) => fingerprint)).size).toBe(count);
  });
});
