import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { initialsOf } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { PasswordField } from '@/components/ui/PasswordField';
import { TextField } from '@/components/ui/TextField';
import { TooltipProvider } from '@/components/ui/Tooltip';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';

describe('Button', () => {
  test('does not submit a form unless told to', () => {
    expect(renderToStaticMarkup(<Button />)).toContain('type="button"');
    expect(renderToStaticMarkup(<Button type="submit" />)).toContain('type="submit"');
  });

  test('keeps the focus while busy: it is not disabled, only says so', () => {
    const markup = renderToStaticMarkup(<Button busy />);
    expect(markup).toContain('aria-busy="true"');
    expect(markup).toContain('aria-disabled="true"');
    expect(markup).not.toContain(' disabled=');
  });
});

describe('fields', () => {
  test('tie label, hint and error to the input', () => {
    const label = 'Name';
    const markup = renderToStaticMarkup(<TextField id="n" label={label} hint="h" error="e" />);
    expect(markup).toContain('<label for="n"');
    expect(markup).toContain('aria-describedby="n-hint n-error"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toMatch(/id="n-error" role="alert"/);
  });

  test('without error are not called invalid', () => {
    expect(renderToStaticMarkup(<TextField label="x" />)).not.toContain('aria-invalid=');
  });

  test('for passwords hide what is typed and let password managers in', () => {
    const markup = renderToStaticMarkup(
      <IntlProvider locale="de" messages={pickMessages('de')}>
        <TooltipProvider>
          <PasswordField label="x" autoComplete="current-password" />
        </TooltipProvider>
      </IntlProvider>,
    );
    expect(markup).toContain('type="password"');
    expect(markup).toContain('autoComplete="current-password"');
    expect(markup).toContain('aria-label="Passwort anzeigen"');
  });
});

test('IconButton has its label as its name', () => {
  const markup = renderToStaticMarkup(
    <TooltipProvider>
      <IconButton label="x" icon={null} />
    </TooltipProvider>,
  );
  expect(markup).toContain('aria-label="x"');
});

test.each([
  ['Anna Berg', 'AB'],
  ['kim', 'KI'],
  ['Anna · Buchhaltung', 'AB'],
  ['Łukasz Żak', 'ŁŻ'],
  ['  ', '?'],
  ['🦊', '🦊'],
])('initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
