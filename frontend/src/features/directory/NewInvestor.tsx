/** Adding one investor. */
import { NewPage } from './NewPage';

export default function NewInvestor() {
  return <NewPage kind="investors" />;
}
