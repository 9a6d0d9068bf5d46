'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/TextField';
import { anyAnswer, requestJson } from '../request';
import { CompanyButton } from './CompanyButton';

/** First run without passwords: whoever has the code and signs in at the company owns the installation. */
export function CompanySetup({ code: given, name }: { code: string; name: string }) {
  const t = useTranslations('auth.fields');
  const [code, setCode] = useState(given);
  const [codeShown, setCodeShown] = useState(given === '');
  return (
    <div className="space-y-5">
      <div hidden={!codeShown}>
        <TextField
          label={t('code')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          hint={t('codeHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <CompanyButton
        name={name}
        next="/"
        prepare={async () => {
          try {
            await requestJson('POST', '/api/setup/company', anyAnswer, { code: code.trim() });
          } catch (error) {
            setCodeShown(true);
            throw error;
          }
        }}
      />
    </div>
  );
}
