/** An amount in a currency, typed as people write it and echoed as it was understood. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoney } from '@/lib/money/money';
import { parseMoney } from '@/lib/money/parse';
import classes from './Profiles.module.css';

export interface AmountInputProps {
  label: string;
  currency: string;
  /** Decimal string, empty when nothing is given. */
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
}

const grouped = (value: string): string => value.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

export function AmountInput({ label, currency, value, onChange, disabled }: AmountInputProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const [typed, setTyped] = useState(() => grouped(value));
  const [last, setLast] = useState(value);
  // A value set from outside replaces what was typed.
  if (last !== value) {
    setLast(value);
    setTyped(grouped(value));
  }
  const parsed = parseMoney(typed);
  const fault = parsed.ok || parsed.fault === 'empty' ? undefined : t(`money.${parsed.fault}`);
  const type = (text: string) => {
    setTyped(text);
    const next = parseMoney(text);
    const amount = next.ok ? next.value : '';
    setLast(amount);
    if (amount !== value) onChange(amount);
  };
  return (
    <TextInput
      className={classes.amount}
      label={label}
      autoComplete="off"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        if (parsed.ok) setTyped(grouped(parsed.value));
      }}
      error={fault}
      disabled={disabled}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <span role="status">
          {parsed.ok ? formatMoney({ value: parsed.value, currency }, language) : t('money.help')}
        </span>
      }
    />
  );
}
