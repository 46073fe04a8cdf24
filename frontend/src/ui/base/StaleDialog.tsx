/**
 * Somebody else changed the record meanwhile. What was typed stays in the form: the person compares and
 * decides, nothing is overwritten in silence.
 */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import classes from './dialog.module.css';

export interface StaleField {
  name: string;
  mine: string;
  theirs: string;
}

export interface StaleDialogProps {
  opened: boolean;
  /** Fields that differ, if the form can tell. */
  fields?: StaleField[];
  /** Loads the new version and drops what was typed. */
  onTakeTheirs: () => void;
  /** Keeps what was typed and bases it on the new version. */
  onKeepMine: () => void;
  onClose: () => void;
}

export function StaleDialog({ opened, fields = [], onTakeTheirs, onKeepMine, onClose }: StaleDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('stale.title')} size="lg">
      <div className={classes.body}>
        <p className={classes.text}>{t('stale.text')}</p>
        {fields.length > 0 ? (
          <table className={classes.compare}>
            <thead>
              <tr>
                <th scope="col">{t('stale.field')}</th>
                <th scope="col">{t('stale.mine')}</th>
                <th scope="col">{t('stale.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field.name}>
                  <th scope="row">{field.name}</th>
                  <td>{field.mine || t('stale.empty')}</td>
                  <td>{field.theirs || t('stale.empty')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <div className={classes.foot}>
          <Button variant="default" onClick={onTakeTheirs}>
            {t('stale.takeTheirs')}
          </Button>
          <Button onClick={onKeepMine} data-autofocus>
            {t('stale.keepMine')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
