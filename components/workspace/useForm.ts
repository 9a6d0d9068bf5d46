'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { RequestError } from './request';
import { useProblemSentence } from './useProblemSentence';

/** What is wrong, by field name. */
export type FieldErrors<Field extends string> = Partial<Record<Field, string>>;

type Spec<Field extends string> = {
  /** What to say beside a field that the server calls invalid. */
  invalid: Record<Field, string>;
  /** Causes (`reason` of the answer) that belong beside one field; the answer's own sentence is shown there. */
  reasons?: Record<string, NoInfer<Field>>;
  /** Looks at the values before anything is sent. */
  check?: (values: Record<NoInfer<Field>, string>) => FieldErrors<NoInfer<Field>>;
  send: (values: Record<NoInfer<Field>, string>) => Promise<void>;
  /** The sentence for a failure that belongs to no field; by default what the server said. */
  sentenceOf?: (error: unknown) => string;
};

/**
 * One form: checks, sends, and puts what went wrong beside its field, the rest above the form. Inputs keep their values; the first field
 * in error gets the focus. Stays busy after success: the page is about to change (`settle` makes it usable again).
 */
export function useForm<Field extends string>(spec: Spec<Field>) {
  const fields = Object.keys(spec.invalid) as Field[];
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldErrors<Field>>({});
  const [general, setGeneral] = useState<string | null>(null);
  const defaultSentence = useProblemSentence();
  const sentenceOf = spec.sentenceOf ?? defaultSentence;
  const formRef = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (Object.keys(errors).length > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const fail = (error: unknown) => {
    const found: FieldErrors<Field> = {};
    const problem = error instanceof RequestError ? error.problem : null;
    const byReason = problem ? spec.reasons?.[problem.reason] : undefined;
    if (problem && byReason) found[byReason] = problem.detail;
    for (const { path } of byReason ? [] : (problem?.errors ?? [])) {
      const field = fields.find((candidate) => candidate === path.split('.').at(-1));
      if (field) found[field] = spec.invalid[field];
    }
    setErrors(found);
    setGeneral(Object.keys(found).length > 0 ? null : sentenceOf(error));
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(fields.map((field) => [field, String(data.get(field) ?? '')])) as Record<Field, string>;
    const found = spec.check?.(values) ?? {};
    setGeneral(null);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await spec.send(values);
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  };

  return {
    busy,
    errors,
    general,
    settle: () => setBusy(false),
    /** For the `<form>`: `method` keeps what is typed out of the address if it is sent before the page is alive. */
    form: { ref: formRef, onSubmit, method: 'post' as const, noValidate: true },
  };
}
