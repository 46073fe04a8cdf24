/** Investors that the reader may see. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoneyRange } from '@/lib/money/money';
import { listText } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import type { Investor } from './api';
import { useValueName } from './names';
import { RecordList } from './RecordList';

export default function InvestorList() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const name = useValueName();
  const stages = (investor: Investor) =>
    listText(
      (investor.stages ?? []).map((stage) => name('stage', stage)),
      language,
    );
  const ticket = (investor: Investor) => (investor.ticket ? formatMoneyRange(investor.ticket, language) : '');
  return (
    <RecordList
      kind="investors"
      about={(investor) => <BiText text={investor.thesis} labelled={false} />}
      facts={(investor) => [
        investor.kind ? name('kind', investor.kind) : '',
        investor.country ? name('country', investor.country) : '',
        ticket(investor),
      ]}
      columns={[
        { id: 'kind', header: t('field.kind'), cell: (i) => (i.kind ? name('kind', i.kind) : '') },
        { id: 'stages', header: t('field.stages'), minWidth: 12, cell: stages },
        {
          id: 'ticket',
          header: t('field.ticket'),
          cell: (i) => <span className="ju-nowrap">{ticket(i)}</span>,
        },
        {
          id: 'country',
          header: t('field.country'),
          cell: (i) => <span className="ju-nowrap">{i.country ? name('country', i.country) : ''}</span>,
        },
        {
          id: 'deals',
          header: t('field.portfolio'),
          unit: t('unit.deals'),
          numeric: true,
          cell: (i) => i.portfolio?.length ?? 0,
        },
      ]}
    />
  );
}
