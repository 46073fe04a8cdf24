/** Short messages at the foot of the screen: something was done and can be undone, or something failed. */
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import { addNotice, type LocalNotice, undoNotice, useNotices } from './notices';
import classes from './toast.module.css';

/** How long an undo toast stays, in milliseconds; it waits while it is pointed at or focused. */
export const undoTime = 8000;

function CloseToast({ id }: { id: string }) {
  const { t } = useTranslation('ui');
  return (
    <button
      type="button"
      className={classes.close}
      aria-label={t('close')}
      onClick={() => notifications.hide(id)}
    >
      <IconX size={18} aria-hidden="true" />
    </button>
  );
}

function UndoMessage({ id, message }: { id: string; message: string }) {
  const { t } = useTranslation('ui');
  const open = useNotices().some((notice) => notice.id === id && notice.undo);
  return (
    <span className={classes.row}>
      <span className={classes.words}>{message}</span>
      {open ? (
        <button
          type="button"
          className={classes.undo}
          onClick={() => {
            notifications.hide(id);
            undoNotice(id).catch((error: unknown) => showFailure(error));
          }}
        >
          {t('undo')}
        </button>
      ) : null}
      <CloseToast id={id} />
    </span>
  );
}

/** "희망을 저장하였습니다. [되돌리기]": 8 seconds here, and in the notices after that. */
export function showDone(message: string, undo?: LocalNotice['undo']): string {
  const id = addNotice(message, undo);
  notifications.show({
    id,
    message: <UndoMessage id={id} message={message} />,
    icon: <IconCheck size={18} aria-hidden="true" />,
    autoClose: undoTime,
    role: 'status',
    withCloseButton: false,
    classNames: { root: classes.toast, icon: classes.icon },
  });
  return id;
}

function FailureMessage({ id, error }: { id: string; error: unknown }) {
  const { t } = useTranslation('ui');
  const { code } = toProblem(error);
  return (
    <span className={classes.row}>
      <span className={classes.words}>
        {t(`error.${code}.what`)} {t(`error.${code}.do`)}
      </span>
      <CloseToast id={id} />
    </span>
  );
}

let failures = 0;

/** A failure that has no place on the page itself. It stays until it is closed. */
export function showFailure(error: unknown): void {
  failures += 1;
  const id = `failure-${failures}`;
  notifications.show({
    id,
    message: <FailureMessage id={id} error={error} />,
    icon: <IconAlertTriangle size={18} aria-hidden="true" />,
    autoClose: false,
    withCloseButton: false,
    classNames: { root: classes.toast, icon: classes.failed },
  });
}
