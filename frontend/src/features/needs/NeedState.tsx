/** The state of a need in one line: word, whose turn, since when, until when. */
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { StateTag } from '@/ui/base/StateTag';
import type { Need } from './api';
import { daysSince, daysUntil, toneOf } from './state';

export function NeedStateTag({ need }: { need: Need }) {
  const { t } = useTranslation('words');
  const state = need.state || 'draft';
  return <StateTag tone={need.overdue ? 'danger' : toneOf[state]}>{t(`needState.${state}`)}</StateTag>;
}

export function NeedState({ need }: { need: Need }) {
  const { t } = useTranslation(['needs', 'words']);
  const language = useLanguage();
  const company = plain(need.company_name, language);
  return (
    <>
      <NeedStateTag need={need} /> {company ? `${company} · ` : ''}
      {t(`words:needKind.${need.kind}`)}
      {need.holder ? ` · ${t(`needs:holder.${need.holder}`)}` : ''}
      {need.since ? ` · ${t('needs:since', { count: daysSince(need.since, new Date()) })}` : ''}
      {need.state_by ? ` · ${term(need.state_by)}` : ''}
    </>
  );

  function term(day: string): string {
    const left = daysUntil(day, new Date());
    const date = formatDate(day, language);
    return left < 0 ? t('needs:overdue', { count: -left, date }) : t('needs:dueIn', { count: left, date });
  }
}
