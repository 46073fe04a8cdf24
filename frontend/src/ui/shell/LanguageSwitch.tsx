import { useTranslation } from 'react-i18next';
import { switchLanguage } from '@/lib/i18n/i18n';
import { type Language, languages } from '@/lib/i18n/language';
import { useLanguage } from '@/lib/i18n/useLanguage';
import classes from './tools.module.css';

/** Each language names itself, so that everybody finds the own one. */
export const ownNames: Record<Language, { short: string; full: string }> = {
  ko: { short: '한국어', full: '한국어' },
  en: { short: 'EN', full: 'English' },
};

export function LanguageSwitch({ onLanguage }: { onLanguage?: (language: Language) => void }) {
  const { t, i18n } = useTranslation('ui');
  const current = useLanguage();
  return (
    <fieldset className={classes.language}>
      <legend className="ju-visually-hidden">{t('shell.language')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.languageButton}
          aria-pressed={language === current}
          title={ownNames[language].full}
          onClick={() => {
            void switchLanguage(i18n, language).then(() => onLanguage?.(language));
          }}
        >
          {ownNames[language].short}
        </button>
      ))}
    </fieldset>
  );
}
