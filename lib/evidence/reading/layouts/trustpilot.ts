import {
  hasNames,
  ignored,
  type Layout,
  personal,
  personId,
  responseId,
  rolesByName,
  segment,
  verbatim,
  writtenInUtc,
} from './layout';

/** Trustpilot: reviews with one to five stars, and what the company answered. */
export const trustpilot: Layout = {
  recognise: ([names]) => (hasNames(names, ['review id', 'review created (utc)', 'review content', 'review stars']) ? 1 : null),
  findTimeZone: () => 'UTC',
  roleOf: rolesByName(
    {
      'domain url': ignored,
      'webshop name': segment,
      'business unit id': ignored,
      'review id': responseId,
      'review created (utc)': writtenInUtc,
      'review consumer user id': personId,
      'review username': personal('name'),
      'review title': verbatim,
      'review content': verbatim,
      'review stars': {
        kind: 'score',
        scale: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' },
        labels: {},
      },
      'review language': { kind: 'language' },
      'source name': segment,
      'location name': segment,
      tags: segment,
      'reference id': ignored,
      'consumer name': personal('name'),
      'consumer email': personal('email'),
      'reviewer email': personal('email'),
    },
    ignored,
  ),
};
