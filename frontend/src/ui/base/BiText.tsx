/** A text in the reader's language, else in the other one with a label that says so. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { type Marks, shownRanges } from '@/lib/search/marks';
import { show, type Text } from '@/lib/text/bilingual';
import classes from './BiText.module.css';
import { Marked } from './Marked';

export interface BiTextProps {
  text: Text | null | undefined;
  /** What to show when nothing is written in any language. */
  empty?: string;
  /** The label of a missing language; off where many lines would repeat it. */
  labelled?: boolean;
  /** Where the words of a search stand in it. */
  marks?: Marks | null | undefined;
}

export function BiText({ text, empty = '', labelled = true, marks }: BiTextProps) {
  const language = useLanguage();
  const { t } = useTranslation('ui');
  const shown = show(text, language);
  if (!shown) return <>{empty}</>;
  return (
    <>
      <span lang={shown.language === language ? undefined : shown.language}>
        <Marked text={shown.value} ranges={shownRanges(text, marks, language)} />
      </span>
      {labelled && shown.fallback ? <span className={classes.label}>{t('bilingual.only')}</span> : null}
    </>
  );
}
