/** An investor's thesis: six questions, answered one by one or from a pasted paragraph. */
import { Group, MultiSelect, Radio, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { currencyName } from '@/lib/words/names';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { BilingualField } from '@/ui/form/BilingualField';
import { CountrySelect } from '@/ui/form/CodeSelect';
import { Completeness } from '@/ui/form/Completeness';
import { TagInput } from '@/ui/form/TagInput';
import { AmountInput } from './AmountInput';
import { type Investor, useOwn, useOwnId } from './api';
import { type Part, useDraft } from './draft';
import { useIndustryOptions, useValueName } from './names';
import { OwnForm, Section } from './OwnForm';
import { Pending } from './Pending';
import classes from './Profiles.module.css';
import { both, type Lead, leadOf, leads, thesisDone, thesisParts, union, withLead } from './read';
import { ThesisPaste } from './ThesisPaste';

const stages = ['pre-seed', 'seed', 'series-a', 'series-b', 'series-c', 'growth', 'pre-ipo'] as const;
const instruments = [
  'equity',
  'RCPS',
  'convertible',
  'CB',
  'BW',
  'loan',
  'JV',
  'M&A',
  'distribution',
] as const;
const currencies = ['KRW', 'USD', 'EUR', 'JPY', 'GBP', 'CNY', 'SGD', 'HKD', 'TWD', 'VND'] as const;

export default function InvestorProfile() {
  const { t } = useTranslation('profiles');
  const id = useOwnId();
  const own = useOwn('investor', id);
  if (own.isPending) return <Pending title={t('thesis.title')} />;
  if (own.isError) return <ErrorPanel error={own.error} onRetry={() => void own.refetch()} />;
  return <Form key={id} stored={own.data} reload={async () => (await own.refetch()).data} />;
}

interface FieldsProps {
  investor: Investor;
  onChange: (part: Part<Investor>) => void;
  locked: ReadonlySet<string>;
}

function Form({ stored, reload }: { stored: Investor; reload: () => Promise<Investor | undefined> }) {
  const { t } = useTranslation('profiles');
  const draft = useDraft(`investor.${stored.id}`, stored);
  const investor = draft.value;
  const done = thesisDone(investor);
  const fields = { investor, onChange: draft.change, locked: new Set(stored.locked ?? []) };
  const items = thesisParts.map((part) => ({
    id: part,
    label: t(`thesis.${part}`),
    done: done[part],
    href: `#part-${part}`,
  }));
  return (
    <OwnForm
      kind="investor"
      title={t('thesis.title')}
      state={t('thesis.state')}
      draft={draft}
      reload={reload}
      aside={<Completeness title={t('thesis.complete')} items={items} />}
    >
      <Section title={t('thesis.paste')}>
        <ThesisPaste
          id={stored.id ?? ''}
          onTake={(part, lead) =>
            draft.change({ ...part, ...(lead ? { thesis: withLead(investor.thesis, lead) } : {}) })
          }
          merge={(field, values) => union(investor[field], values)}
        />
      </Section>
      <Section title={t('thesis.questions')}>
        <Money {...fields} />
        <Where {...fields} />
      </Section>
      <Section title={t('thesis.words')}>
        <BilingualField
          label={t('field.name')}
          required
          maxLength={200}
          value={both(investor.name)}
          onChange={(name) => draft.change({ name })}
          disabled={fields.locked.has('name')}
        />
        <BilingualField
          label={t('field.thesis')}
          description={t('help.thesis')}
          lines={5}
          maxLength={20000}
          value={both(investor.thesis)}
          onChange={(thesis) => draft.change({ thesis })}
          disabled={fields.locked.has('thesis')}
        />
      </Section>
    </OwnForm>
  );
}

function Money({ investor, onChange, locked }: FieldsProps) {
  const { t } = useTranslation(['profiles', 'words']);
  const language = useLanguage();
  const currency = investor.ticket?.currency ?? 'KRW';
  const ticket = (part: Partial<NonNullable<Investor['ticket']>>) => {
    const { min, max, ...rest } = { currency, ...investor.ticket, ...part };
    onChange({ ticket: { ...rest, ...(min ? { min } : {}), ...(max ? { max } : {}) } });
  };
  const off = locked.has('ticket');
  return (
    <>
      <div id="part-stages">
        <MultiSelect
          label={t('profiles:thesis.stages')}
          data={[...new Set([...stages, ...(investor.stages ?? [])])].map((value) => ({
            value,
            label: t(`words:stage.${value}`, { defaultValue: value }),
          }))}
          value={investor.stages ?? []}
          onChange={(value) => onChange({ stages: value as Investor['stages'] })}
          disabled={locked.has('stages')}
          hidePickedOptions
        />
      </div>
      <fieldset className={classes.fieldset} id="part-ticket">
        <legend className={classes.legend}>{t('profiles:thesis.ticket')}</legend>
        <div className={classes.rowLine} style={{ alignItems: 'start' }}>
          <Select
            label={t('profiles:field.currency')}
            data={[...new Set([...currencies, currency])].map((value) => ({
              value,
              label: `${value} ${currencyName(value, language)}`,
            }))}
            value={currency}
            onChange={(value) => ticket({ currency: value ?? 'KRW' })}
            allowDeselect={false}
            disabled={off}
            w={180}
          />
          <AmountInput
            label={t('profiles:field.ticketMin')}
            currency={currency}
            value={investor.ticket?.min ?? ''}
            onChange={(min) => ticket({ min })}
            disabled={off}
          />
          <AmountInput
            label={t('profiles:field.ticketMax')}
            currency={currency}
            value={investor.ticket?.max ?? ''}
            onChange={(max) => ticket({ max })}
            disabled={off}
          />
        </div>
      </fieldset>
      <div id="part-lead">
        <Radio.Group
          label={t('profiles:thesis.lead')}
          description={t('profiles:help.lead')}
          value={leadOf(investor.thesis) ?? ''}
          onChange={(value) => onChange({ thesis: withLead(investor.thesis, (value || undefined) as Lead) })}
        >
          <Group mt="xs">
            {leads.map((lead) => (
              <Radio
                key={lead}
                value={lead}
                label={t(`profiles:lead.${lead}`)}
                disabled={locked.has('thesis')}
              />
            ))}
            <Radio value="" label={t('profiles:lead.unsaid')} disabled={locked.has('thesis')} />
          </Group>
        </Radio.Group>
      </div>
    </>
  );
}

function Where({ investor, onChange, locked }: FieldsProps) {
  const { t } = useTranslation('profiles');
  const name = useValueName();
  return (
    <>
      <div id="part-sectors" className={classes.fieldset}>
        <MultiSelect
          label={t('thesis.sectors')}
          data={useIndustryOptions(investor.industries ?? [])}
          value={investor.industries ?? []}
          onChange={(industries) => onChange({ industries })}
          disabled={locked.has('industries')}
          searchable
          hidePickedOptions
        />
        <TagInput
          label={t('field.tags')}
          value={investor.tags ?? []}
          onChange={(tags) => onChange({ tags })}
          disabled={locked.has('tags')}
        />
      </div>
      <div id="part-markets">
        <CountrySelect
          label={t('thesis.markets')}
          value={investor.markets ?? []}
          onChange={(markets) => onChange({ markets })}
          disabled={locked.has('markets')}
        />
      </div>
      <div id="part-instruments">
        <MultiSelect
          label={t('thesis.instruments')}
          data={union(investor.instruments, instruments).map((value) => ({
            value,
            label: name('instrument', value),
          }))}
          value={investor.instruments ?? []}
          onChange={(value) => onChange({ instruments: value })}
          disabled={locked.has('instruments')}
          hidePickedOptions
        />
      </div>
    </>
  );
}
