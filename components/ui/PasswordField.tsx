'use client';

import clsx from 'clsx';
import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from 'use-intl';
import { controlClass, Field, type FieldTexts } from './Field';
import { IconButton } from './IconButton';

type Props = FieldTexts & Omit<ComponentProps<'input'>, 'type'> & { autoComplete: 'current-password' | 'new-password' };

/** A password that can be made visible; pasting and password managers work. */
export function PasswordField({ label, labelHidden, hint, error, className, id, ...input }: Props) {
  const t = useTranslations('common');
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => (
        <div className="relative">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            className={clsx(controlClass, 'h-10 pr-11 pointer-coarse:h-11', className)}
          />
          <IconButton
            label={t(shown ? 'hidePassword' : 'showPassword')}
            icon={shown ? <EyeOff size={16} /> : <Eye size={16} />}
            className="absolute inset-y-0 right-0.5 my-auto text-ink-soft"
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
