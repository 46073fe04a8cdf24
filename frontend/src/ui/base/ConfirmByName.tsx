/** What destroys asks for the name of the thing: one cannot press it by habit. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import classes from './dialog.module.css';
import { ErrorPanel } from './ErrorPanel';

export interface ConfirmByNameProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The name that has to be typed. */
  name: string;
  /** What will be gone, and what stays. */
  children: ReactNode;
  /** The verb on the button, e.g. "기수 삭제". */
  verb: string;
  onConfirm: () => void | Promise<void>;
}

const same = (a: string, b: string): boolean =>
  a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase();

export function ConfirmByName(props: ConfirmByNameProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <ConfirmForm {...props} />
    </Dialog>
  );
}

function ConfirmForm({ name, children, verb, onConfirm, onClose }: ConfirmByNameProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const matches = same(typed, name);

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!matches || busy) return;
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={confirm} className={classes.body}>
      <div>{children}</div>
      <TextInput
        data-autofocus
        autoComplete="off"
        label={t('confirm.label', { name })}
        description={t('confirm.help')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error ? <ErrorPanel error={error} kept={t('confirm.kept')} /> : null}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="danger" disabled={!matches} loading={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
