/** Changing the record of one institution. */
import { EditPage } from './EditPage';

export default function EditInstitution() {
  return <EditPage kind="institutions" />;
}
