import { useTranslation } from 'react-i18next';
import { type Language, toLanguage } from './language';

/** The page's current language. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return toLanguage(i18n.resolvedLanguage ?? i18n.language);
}
