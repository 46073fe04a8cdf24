/** Style sheets in the order they apply: Mantine in its own layer, then the fonts, then the house. */
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './global.css';
