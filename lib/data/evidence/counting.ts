/**
 * What is counted of an answer, as a table to be joined laterally: each score, each text that the customer wrote (under the number of its column, as a score of 0), and
 * the answer itself (under 0, likewise). `row` names an answer with `scores` and `verbatims`.
 */
export const countedOf = (row: string): string => `(
  select s.key::int as column_number, s.value::int as score from jsonb_each_text(${row}.scores) s
  union all select v.key::int, 0 from jsonb_object_keys(${row}.verbatims) v(key)
  union all select 0, 0)`;
