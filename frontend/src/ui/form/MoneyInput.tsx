/** An amount in won, typed as people write it ("2.5억", "250백만") and echoed in full as it was understood. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoney } from '@/lib/money/money';
import { type ParseFault, parseMoney } from '@/lib/money/parse';

export interface MoneyInputProps {
  label: ReactNode;
  description?: ReactNode;
  /** Whole won as a decimal string, empty when nothing is given. */
  value: string;
  onChange: (value: string) => void;
  /** Told when what stands in the field cannot be read, so that a form does not save it. */
  onFault?: (fault: ParseFault | null) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

const grouped = (value: string): string => value.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

export function MoneyInput({ value, onChange, onFault, error, ...rest }: MoneyInputProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const [typed, setTyped] = useState(() => grouped(value));
  const [left, setLeft] = useState(true);
  const parsed = parseMoney(typed);
  const fault = parsed.ok || parsed.fault === 'empty' ? null : parsed.fault;
  // A value set from outside replaces what was typed unless that says the same.
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    if (!parsed.ok || parsed.value !== value) setTyped(grouped(value));
  }

  const type = (text: string) => {
    setTyped(text);
    const next = parseMoney(text);
    const amount = next.ok ? next.value : '';
    setLast(amount);
    onFault?.(next.ok || next.fault === 'empty' ? null : next.fault);
    if (amount !== value) onChange(amount);
  };

  const amount = parsed.ok ? { value: parsed.value, currency: 'KRW' } : null;
  return (
    <TextInput
      {...rest}
      inputMode="text"
      autoComplete="off"
      placeholder={t('money.example')}
      value={typed}
      onChange={(event) => {
        setLeft(false);
        type(event.currentTarget.value);
      }}
      onBlur={() => {
        setLeft(true);
        if (parsed.ok) setTyped(grouped(parsed.value));
      }}
      error={error ?? (fault && left ? t(`money.${fault}`) : undefined)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <span role="status">
          {amount
            ? t('money.echo', {
                short: formatMoney(amount, language),
                exact: formatMoney(amount, language, 'exact'),
              })
            : (rest.description ?? t('money.help'))}
        </span>
      }
    />
  );
}
