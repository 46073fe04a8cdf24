/** The guided brief: kind, outcome, markets and topics, terms, a last look. An example of a good one stands beside it. */
import {
  Checkbox,
  NumberInput,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { type Bilingual, scriptOf } from '@/lib/text/bilingual';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { BilingualField } from '@/ui/form/BilingualField';
import { CountrySelect, LanguageSelect } from '@/ui/form/CodeSelect';
import { Guide } from '@/ui/form/Guide';
import { MoneyInput } from '@/ui/form/MoneyInput';
import { TagInput } from '@/ui/form/TagInput';
import type { Need, NeedKind, NeedPart } from './api';
import { NeedSummary } from './NeedSummary';
import { type BriefStep, briefItems } from './state';

const stages = ['pre-seed', 'seed', 'series-a', 'series-b', 'series-c', 'growth', 'pre-ipo'] as const;
const instruments = ['equity', 'rcps', 'cb', 'bw', 'loan', 'guarantee', 'jv', 'ma', 'distribution'] as const;

export interface NeedFormProps {
  need: Need;
  onChange: (part: NeedPart) => void;
  savedAt: string;
  onFile: () => void;
  /** The verb of the last button; filing by default. */
  verb?: string;
  busy: boolean;
  error: unknown;
}

const both = (text: Need['title']): Bilingual =>
  typeof text === 'string' ? { [scriptOf(text)]: text } : (text ?? {});

export function NeedForm({ need, onChange, savedAt, onFile, verb, busy, error }: NeedFormProps) {
  const { t } = useTranslation('needs');
  const language = useLanguage();
  const [step, setStep] = useState<BriefStep>('kind');
  const steps = briefItems(need).map((item) => ({ ...item, label: t(`form.${item.id}.title`) }));
  return (
    <>
      {error ? <ErrorPanel error={error} kept={t('form.kept')} /> : null}
      <Guide
        title={t('form.title')}
        steps={steps}
        current={step}
        onStep={(id) => setStep(id as BriefStep)}
        verb={verb ?? t('step.file')}
        onFinish={onFile}
        busy={busy}
        saved={savedAt ? t('form.saved', { at: formatDateTime(savedAt, language) }) : null}
        aside={<Example kind={need.kind} step={step} />}
      >
        {step === 'kind' ? <KindFields need={need} onChange={onChange} /> : null}
        {step === 'outcome' ? <OutcomeFields need={need} onChange={onChange} /> : null}
        {step === 'markets' ? <MarketFields need={need} onChange={onChange} /> : null}
        {step === 'terms' ? <TermFields need={need} onChange={onChange} /> : null}
        {step === 'check' ? <NeedSummary need={need} /> : null}
      </Guide>
    </>
  );
}

type Fields = Pick<NeedFormProps, 'need' | 'onChange'>;

function KindFields({ need, onChange }: Fields) {
  const { t } = useTranslation(['needs', 'words']);
  return (
    <Radio.Group
      label={t('needs:form.kind.label')}
      value={need.kind}
      onChange={(kind) => onChange({ kind: kind as NeedKind })}
    >
      <Stack gap="sm" mt="xs">
        {(['directing', 'investment', 'partner'] as const).map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={<strong>{t(`words:needKind.${kind}`)}</strong>}
            description={t(`needs:kindHelp.${kind}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function OutcomeFields({ need, onChange }: Fields) {
  const { t } = useTranslation('needs');
  return (
    <>
      <BilingualField
        label={t('field.title')}
        description={t('form.outcome.titleHelp')}
        required
        maxLength={200}
        value={both(need.title)}
        onChange={(title) => onChange({ title })}
      />
      <BilingualField
        label={t('field.detail')}
        description={t('form.outcome.detailHelp')}
        lines={5}
        maxLength={20000}
        value={both(need.detail)}
        onChange={(detail) => onChange({ detail })}
      />
    </>
  );
}

function MarketFields({ need, onChange }: Fields) {
  const { t } = useTranslation(['needs', 'words']);
  const fields = ['strategy', 'technology', 'management'] as const;
  return (
    <>
      <TagInput
        label={t('field.topics')}
        description={t('form.markets.topicsHelp')}
        value={need.topics ?? []}
        onChange={(topics) => onChange({ topics })}
      />
      {need.kind === 'directing' ? (
        <Checkbox.Group
          label={t('field.fields')}
          value={need.fields ?? []}
          onChange={(chosen) => onChange({ fields: chosen })}
        >
          <Stack gap="xs" mt="xs">
            {fields.map((field) => (
              <Checkbox key={field} value={field} label={t(`words:field.${field}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      <CountrySelect
        label={t('field.markets')}
        value={need.markets ?? []}
        onChange={(markets) => onChange({ markets })}
      />
      <LanguageSelect
        label={t('field.languages')}
        description={t('form.markets.languagesHelp')}
        value={need.languages ?? []}
        onChange={(languages) => onChange({ languages })}
      />
      <TagInput label={t('field.tags')} value={need.tags ?? []} onChange={(tags) => onChange({ tags })} />
    </>
  );
}

function TermFields({ need, onChange }: Fields) {
  const { t } = useTranslation(['needs', 'words']);
  const bound = (part: { min?: string; max?: string }) => {
    const next = { min: need.amount?.min, max: need.amount?.max, ...part };
    const amount: NonNullable<Need['amount']> = { currency: 'KRW' };
    if (next.min) amount.min = next.min;
    if (next.max) amount.max = next.max;
    onChange({ amount: next.min || next.max ? amount : undefined });
  };
  return (
    <>
      {need.kind === 'investment' ? (
        <>
          <Select
            label={t('needs:field.stage')}
            data={stages.map((value) => ({ value, label: t(`words:stage.${value}`) }))}
            value={need.stage || null}
            onChange={(stage) => onChange({ stage: (stage ?? '') as NonNullable<Need['stage']> })}
            clearable
          />
          <MoneyInput
            label={t('needs:field.amountMin')}
            value={need.amount?.min ?? ''}
            onChange={(min) => bound({ min })}
          />
          <MoneyInput
            label={t('needs:field.amountMax')}
            value={need.amount?.max ?? ''}
            onChange={(max) => bound({ max })}
          />
          <Select
            label={t('needs:field.instrument')}
            data={instruments.map((value) => ({ value, label: t(`words:instrument.${value}`) }))}
            value={need.instrument ?? null}
            onChange={(instrument) => onChange({ instrument: instrument ?? '' })}
            clearable
          />
          <BilingualField
            label={t('needs:field.useOfFunds')}
            lines={3}
            value={both(need.use_of_funds)}
            onChange={(use_of_funds) => onChange({ use_of_funds })}
          />
        </>
      ) : null}
      <TextInput
        type="date"
        label={t('needs:field.due')}
        description={t('needs:form.terms.dueHelp')}
        value={need.due ?? ''}
        onChange={(event) => onChange({ due: event.currentTarget.value })}
      />
      <NumberInput
        label={t('needs:field.priority')}
        description={t('needs:form.terms.priorityHelp')}
        min={1}
        max={5}
        allowDecimal={false}
        value={need.priority ?? ''}
        onChange={(value) => onChange({ priority: typeof value === 'number' ? value : undefined })}
      />
      <Switch
        label={t('needs:field.confidential')}
        description={t('needs:form.terms.confidentialHelp')}
        checked={need.confidential ?? false}
        onChange={(event) => onChange({ confidential: event.currentTarget.checked })}
      />
    </>
  );
}

/** One good example per kind, and what makes it good at this step. */
function Example({ kind, step }: { kind: NeedKind; step: BriefStep }) {
  const { t } = useTranslation('needs');
  const [shown, setShown] = useState<'ko' | 'en'>('ko');
  return (
    <Callout title={t('form.example')}>
      <SegmentedControl
        size="xs"
        aria-label={t('form.exampleLanguage')}
        data={[
          { value: 'ko', label: '한국어' },
          { value: 'en', label: 'English' },
        ]}
        value={shown}
        onChange={(value) => setShown(value as 'ko' | 'en')}
      />
      <p lang={shown}>{t(`example.${kind}.${shown}`)}</p>
      <p>{t(`form.${step}.advice`)}</p>
    </Callout>
  );
}
