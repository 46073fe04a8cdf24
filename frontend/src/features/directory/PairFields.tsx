/** Fields of two ends: an amount from and to, a number of companies, days away. */
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '@/ui/form/MoneyInput';
import classes from './Directory.module.css';
import type { FieldProps } from './FieldInput';

interface Range {
  min?: string;
  max?: string;
  currency?: string;
}

/** An object without its empty members; undefined when nothing but the currency is left. */
function tidy(range: Range): Range | undefined {
  const next: Range = { currency: range.currency || 'KRW' };
  if (range.min) next.min = range.min;
  if (range.max) next.max = range.max;
  return next.min || next.max ? next : undefined;
}

export function RangeField({ spec, value, onChange, label, disabled, errors }: FieldProps) {
  const { t } = useTranslation('directory');
  const range = (value as Range | undefined) ?? {};
  const currency = range.currency ?? 'KRW';
  const set = (part: Range) => onChange(tidy({ ...range, ...part }));
  const one = (end: 'min' | 'max') => {
    const shared = {
      label: t(`ends.${end}`, { label, currency }),
      disabled,
      error: errors[`${spec.id}.${end}`] ?? (end === 'min' ? errors[spec.id] : undefined),
    };
    return currency === 'KRW' ? (
      <MoneyInput {...shared} value={range[end] ?? ''} onChange={(next) => set({ [end]: next })} />
    ) : (
      <NumberInput
        {...shared}
        min={0}
        thousandSeparator=","
        value={range[end] ?? ''}
        onChange={(next) => set({ [end]: next === '' ? '' : String(next) })}
      />
    );
  };
  return (
    <div className={classes.pair}>
      {one('min')}
      {one('max')}
    </div>
  );
}

export function CountField({ spec, value, onChange, label, disabled, errors }: FieldProps) {
  const { t } = useTranslation('directory');
  const count = (value as { min?: number; max?: number } | undefined) ?? {};
  const set = (end: 'min' | 'max', next: unknown) => {
    const { [end]: _, ...rest } = count;
    onChange(typeof next === 'number' ? { ...rest, [end]: next } : rest);
  };
  return (
    <div className={classes.pair}>
      {(['min', 'max'] as const).map((end) => (
        <NumberInput
          key={end}
          label={t(`counts.${end}`, { label })}
          disabled={disabled}
          min={0}
          allowDecimal={false}
          error={errors[`${spec.id}.${end}`] ?? (end === 'min' ? errors[spec.id] : undefined)}
          value={count[end] ?? ''}
          onChange={(next) => set(end, next)}
        />
      ))}
    </div>
  );
}

interface Period {
  from?: string;
  to?: string;
}

export function PeriodsField({ spec, value, onChange, label, disabled, errors }: FieldProps) {
  const { t } = useTranslation('directory');
  const periods = (value as Period[] | undefined) ?? [];
  const set = (at: number, part: Period) =>
    onChange(periods.map((period, i) => (i === at ? { ...period, ...part } : period)));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{label}</legend>
      {periods.map((period, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: periods have no identity but their place
        <div key={i} className={classes.period}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={t(`period.${end}`, { n: i + 1 })}
              disabled={disabled}
              error={errors[`${spec.id}.${i}.${end}`]}
              value={period[end] ?? ''}
              onChange={(event) => set(i, { [end]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon
            variant="default"
            size="lg"
            disabled={disabled}
            aria-label={t('period.remove', { n: i + 1 })}
            onClick={() => onChange(periods.filter((_, j) => j !== i))}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {errors[spec.id] ? <p role="alert">{errors[spec.id]}</p> : null}
      <Button
        variant="default"
        mt="xs"
        disabled={disabled}
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => onChange([...periods, {}])}
      >
        {t('period.add')}
      </Button>
    </fieldset>
  );
}
