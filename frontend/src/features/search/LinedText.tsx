/** A field of text with its lines numbered, those with something wrong marked, and a way to a line. */
import { type Ref, useImperativeHandle, useRef } from 'react';
import classes from './Search.module.css';

export interface LinedTextHandle {
  /** Focuses the field and selects a line, counted from 1. */
  goToLine: (line: number) => void;
  /** Focuses the field with the caret at a place of the text that is about to be shown. */
  goTo: (caret: number) => void;
}

export interface LinedTextProps {
  ref?: Ref<LinedTextHandle>;
  id: string;
  value: string;
  onChange: (value: string) => void;
  faulty: ReadonlySet<number>;
  describedBy: string;
}

export function LinedText({ ref, id, value, onChange, faulty, describedBy }: LinedTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const lines = value.split('\n');

  const select = (start: number, end: number) => {
    const field = area.current;
    if (!field) return;
    field.focus();
    field.setSelectionRange(start, end);
    // Browsers do not scroll a selection into view by themselves.
    const line = value.slice(0, start).split('\n').length - 1;
    const height = field.scrollHeight / Math.max(1, lines.length);
    field.scrollTop = Math.max(0, (line - 3) * height);
  };

  useImperativeHandle(ref, () => ({
    goToLine: (line) => {
      const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
      select(start, start + (lines[line - 1]?.length ?? 0));
    },
    goTo: (caret) => {
      requestAnimationFrame(() => {
        const field = area.current;
        field?.focus();
        field?.setSelectionRange(caret, caret);
        if (field) field.scrollTop = field.scrollHeight;
      });
    },
  }));

  return (
    <div className={classes.lined}>
      <ol className={classes.numbers} ref={numbers} aria-hidden="true">
        {lines.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <li key={i} data-faulty={faulty.has(i + 1) || undefined}>
            {i + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={area}
        id={id}
        className={classes.text}
        wrap="off"
        rows={18}
        spellCheck={false}
        autoCapitalize="off"
        value={value}
        aria-describedby={describedBy}
        aria-invalid={faulty.size > 0 || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
