/** Adding one company. */
import { NewPage } from './NewPage';

export default function NewCompany() {
  return <NewPage kind="companies" />;
}
