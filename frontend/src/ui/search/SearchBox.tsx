/**
 * Words that narrow a list while one types, a moment after the last key. Korean syllables are searched
 * while they are being composed, for the last one of a word is composed until the next key; the box itself
 * is never rewritten meanwhile.
 */
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Search.module.css';

/** Milliseconds of rest before the words are passed on. */
export const typingRest = 200;

/** The most characters that the server takes. */
const longest = 200;

export interface SearchBoxProps {
  label: string;
  /** The words that the list shows now. */
  value: string;
  /** `typing` says that they may be unfinished: nobody has pressed Enter. */
  onChange: (words: string, typing: boolean) => void;
}

/** How words are compared and sent: composed, without blanks at the ends. */
const clean = (typed: string): string => typed.normalize('NFC').trim();

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation('ui');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const { pass, stop } = useRested(onChange, value, setTyped);

  const change = (text: string, now = false) => {
    setTyped(text);
    pass(clean(text), now ? 0 : typingRest);
  };

  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      className={classes.box}
      classNames={{ input: classes.boxInput }}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      maxLength={longest}
      enterKeyHint="search"
      leftSection={<IconSearch size={18} stroke={1.75} aria-hidden="true" />}
      rightSection={
        typed ? (
          <CloseButton
            aria-label={t('search.empty')}
            onClick={() => {
              stop();
              change('', true);
              input.current?.focus();
            }}
          />
        ) : null
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        // While a syllable is being composed, Enter and Escape belong to the input method.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') change(typed, true);
        if (event.key === 'Escape' && typed) {
          event.preventDefault();
          change('', true);
        }
      }}
    />
  );
}

/**
 * Passes words on after a rest, and takes over words that come from elsewhere: the button that clears, a
 * saved search, the way back. Words of its own that come back late are told from those.
 */
function useRested(onChange: SearchBoxProps['onChange'], value: string, onOther: (words: string) => void) {
  const passed = useRef([value]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  useEffect(() => {
    const at = passed.current.indexOf(value);
    if (at >= 0) {
      passed.current = passed.current.slice(at);
      return;
    }
    passed.current = [value];
    clearTimeout(timer.current);
    onOther(value);
  }, [value, onOther]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const pass = useCallback((words: string, rest: number) => {
    clearTimeout(timer.current);
    const send = () => {
      if (words === passed.current.at(-1)) return;
      passed.current.push(words);
      latest.current(words, rest > 0);
    };
    if (rest === 0) send();
    else timer.current = setTimeout(send, rest);
  }, []);
  const stop = useCallback(() => clearTimeout(timer.current), []);
  return { pass, stop };
}
