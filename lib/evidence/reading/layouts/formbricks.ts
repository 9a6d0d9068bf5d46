import { hasNames, ignored, type Layout, personal, personId, responseId, rolesByName, segment, written } from './layout';

/** Formbricks: what the tool knows of the answer, then numbered questions. */
export const formbricks: Layout = {
  recognise: ([names]) => (hasNames(names, ['no.', 'response id', 'timestamp', 'finished', 'survey id']) ? 1 : null),
  roleOf: rolesByName({
    'no.': ignored,
    'response id': responseId,
    timestamp: written,
    finished: ignored,
    quotas: ignored,
    'survey id': ignored,
    'formbricks id (internal)': ignored,
    'user id': personId,
    notes: ignored,
    tags: segment,
    url: ignored,
    action: ignored,
    source: segment,
    country: segment,
    'device type': segment,
    device: segment,
    os: ignored,
    browser: ignored,
    'user agent - device': segment,
    'user agent - os': ignored,
    'user agent - browser': ignored,
    'ip address': personal('ip'),
    email: personal('email'),
  }),
};
