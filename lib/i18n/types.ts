import type { Locale as AppLocale } from './locale';
import type { Messages as AppMessages } from './translator';

/** Types keys of messages and names of locales wherever use-intl is used: a key that does not exist is a type error. */
declare module 'use-intl/core' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: AppMessages;
  }
}
