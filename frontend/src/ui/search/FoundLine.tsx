/** Why a record was found, where its name does not show it: the line in which the words stand. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { otherWording } from '@/lib/search/marks';
import type { Found, Snippet } from '@/lib/search/types';
import type { Text } from '@/lib/text/bilingual';
import { Marked } from '../base/Marked';
import classes from './Search.module.css';

export interface FoundLineProps {
  name: Text | null | undefined;
  found: Pick<Found, 'name_marks' | 'snippet'> | undefined;
}

/** Nothing when the name as it is shown says it already and there is no line beside it. */
export function FoundLine({ name, found }: FoundLineProps) {
  const language = useLanguage();
  const { t } = useTranslation('ui');
  if (!found) return null;
  const wording = otherWording(name, found.name_marks, language);
  if (wording) {
    return (
      <span className={classes.found}>
        <span className={classes.field}>{t(`search.wording.${wording.language}`)}</span>{' '}
        <span lang={wording.language}>
          <Marked text={wording.value} ranges={wording.ranges} />
        </span>
      </span>
    );
  }
  return found.snippet ? <SnippetLine snippet={found.snippet} /> : null;
}

function SnippetLine({ snippet }: { snippet: Snippet }) {
  const language = useLanguage();
  const { t } = useTranslation('ui');
  return (
    <span className={classes.found}>
      <span className={classes.field}>{t(`search.field.${snippet.field}`)}</span>{' '}
      <span lang={snippet.lang && snippet.lang !== language ? snippet.lang : undefined}>
        <Marked text={snippet.text} ranges={snippet.marks} />
      </span>
    </span>
  );
}
