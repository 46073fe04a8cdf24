/** One field of a record's form, typed as its spec says. */
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { type Bilingual, plain, scriptOf, type Text } from '@/lib/text/bilingual';
import { BilingualField } from '@/ui/form/BilingualField';
import { CountrySelect, LanguageSelect } from '@/ui/form/CodeSelect';
import { TagInput } from '@/ui/form/TagInput';
import { useCohorts, useInstitutions } from './api';
import type { FieldSpec } from './fields';
import { useValueName } from './names';
import { CountField, PeriodsField, RangeField } from './PairFields';

export interface FieldProps {
  spec: FieldSpec;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string;
  disabled: boolean;
  /** Messages of the server by path, e.g. `name.ko`. */
  errors: Record<string, string>;
}

export const bilingualOf = (text: Text | undefined): Bilingual =>
  typeof text === 'string' ? { [scriptOf(text)]: text } : (text ?? {});

interface Topic {
  topic: string;
  years?: number;
}
interface Spoken {
  code: string;
  level?: string;
}

/** Keeps what is known of the codes that stay, and takes the new ones bare. */
export function keepKnown<T>(
  before: readonly T[],
  codes: string[],
  codeOf: (item: T) => string,
  bare: (code: string) => T,
): T[] {
  return codes.map((code) => before.find((item) => codeOf(item) === code) ?? bare(code));
}

export function FieldInput(props: FieldProps) {
  const { spec, value, onChange, label, disabled, errors } = props;
  const { t } = useTranslation('directory');
  const error = errors[spec.id];
  const shared = { label, disabled, error };
  const help = t(`help.${spec.id}`, { defaultValue: '' }) || undefined;
  const many = (value as string[] | undefined) ?? [];
  switch (spec.as) {
    case 'bilingual':
    case 'bilingual-lines':
      return (
        <BilingualField
          label={label}
          disabled={disabled}
          description={help}
          required={spec.required ?? false}
          {...(spec.as === 'bilingual-lines' ? { lines: 4 } : {})}
          errors={{ ko: errors[`${spec.id}.ko`] ?? error, en: errors[`${spec.id}.en`] }}
          value={bilingualOf(value as Text | undefined)}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          description={help}
          min={0}
          allowDecimal={false}
          thousandSeparator={spec.id === 'founded' ? '' : ','}
          value={(value as number | undefined) ?? ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'tags':
      return <TagInput {...shared} description={help} value={many} onChange={onChange} />;
    case 'topics': {
      const topics = (value as Topic[] | undefined) ?? [];
      return (
        <TagInput
          {...shared}
          description={help}
          value={topics.map((item) => item.topic)}
          onChange={(next) =>
            onChange(
              keepKnown(
                topics,
                next,
                (item) => item.topic,
                (topic) => ({ topic }),
              ),
            )
          }
        />
      );
    }
    case 'countries':
      return <CountrySelect {...shared} value={many} onChange={onChange} />;
    case 'country':
      return (
        <CountrySelect
          {...shared}
          value={value ? [value as string] : []}
          onChange={(codes) => onChange(codes.at(-1) ?? '')}
        />
      );
    case 'languages':
      return <LanguageSelect {...shared} value={many} onChange={onChange} />;
    case 'spoken': {
      const spoken = (value as Spoken[] | undefined) ?? [];
      return (
        <LanguageSelect
          {...shared}
          value={spoken.map((item) => item.code)}
          onChange={(next) =>
            onChange(
              keepKnown(
                spoken,
                next,
                (item) => item.code,
                (code) => ({ code }),
              ),
            )
          }
        />
      );
    }
    case 'choice':
    case 'choices':
      return <ChoiceField {...props} />;
    case 'range':
      return <RangeField {...props} />;
    case 'count':
      return <CountField {...props} />;
    case 'periods':
      return <PeriodsField {...props} />;
    case 'line':
      return (
        <TextInput
          {...shared}
          description={help}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** Codes with words; a value that is not among them is offered too, so that it is never lost. */
function ChoiceField({ spec, value, onChange, label, disabled, errors }: FieldProps) {
  const language = useLanguage();
  const name = useValueName();
  const cohorts = useCohorts(spec.id === 'cohort');
  const institutions = useInstitutions(spec.id === 'institution');
  const stored = spec.id === 'cohort' ? cohorts.data?.items : institutions.data?.items;
  const present =
    spec.as === 'choices' ? ((value as string[] | undefined) ?? []) : value ? [value as string] : [];
  const codes = spec.options ?? stored?.map((item) => item.id ?? '') ?? [];
  const field = spec.id === 'kind' && spec.options?.includes('law') ? 'institution_kind' : spec.id;
  const data = [...new Set([...codes, ...present])].map((code) => ({
    value: code,
    label: plain(stored?.find((item) => item.id === code)?.name, language) || name(field, code),
  }));
  const shared = {
    label,
    disabled,
    data,
    error: errors[spec.id],
    clearable: true,
    searchable: data.length > 8,
  };
  return spec.as === 'choices' ? (
    <MultiSelect {...shared} value={present} onChange={onChange} hidePickedOptions />
  ) : (
    <Select {...shared} value={present[0] ?? null} onChange={(next) => onChange(next ?? '')} />
  );
}
