/** Changing the record of one company. */
import { EditPage } from './EditPage';

export default function EditCompany() {
  return <EditPage kind="companies" />;
}
