/**
 * The one place of colours, type, spacing and radii. No other file names a colour value: styles use the
 * custom properties made here (`--ju-*` and Mantine's own). Values follow the Korean design system of
 * public services (KRDS); pairs are held to WCAG 2.2 AA (AAA in the high-contrast mode) by theme.test.ts.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core';

export type Contrast = 'standard' | 'high';

const primary: MantineColorsTuple = [
  '#ecf2fe',
  '#d8e5fd',
  '#b1cefb',
  '#86aff9',
  '#4c87f6',
  '#256ef4',
  '#0b50d0',
  '#083891',
  '#052561',
  '#03163a',
];

const gray: MantineColorsTuple = [
  '#f4f5f6',
  '#e6e8ea',
  '#cdd1d5',
  '#b1b8be',
  '#8a949e',
  '#6d7882',
  '#58616a',
  '#464c53',
  '#33363d',
  '#1e2124',
];

/** A state's ten shades from its tint, its base (shape or filled button) and its text colour. */
function shades(tint: string, base: string, text: string): MantineColorsTuple {
  return [tint, tint, tint, base, base, base, text, text, text, text];
}

const white = '#ffffff';

/** Every named colour of the page. Keys become custom properties: `inkText` is `--ju-ink-text`. */
const standard = {
  page: gray[0],
  surface: white,
  sunken: gray[0],
  text: gray[9],
  text2: gray[7],
  text3: gray[6],
  hairline: gray[2],
  inputBorder: gray[5],
  hover: gray[0],
  pressed: gray[1],
  track: gray[1],
  trackEdge: gray[5],
  hatch: gray[4],
  focus: primary[5],
  focusGap: white,
  primary: primary[5],
  primaryStrong: primary[6],
  primaryTint: primary[0],
  primaryBand: primary[2],
  act: primary[7],
  onPrimary: white,
  ink: '#0d1b33',
  inkRaised: '#1b2b48',
  inkLine: '#33435f',
  inkText: white,
  inkText2: '#c3cddd',
  coral: '#ff7a4d',
  coralText: '#c2410c',
  coralTint: '#fff1ea',
  company: primary[6],
  companyTint: primary[0],
  expert: '#0f766e',
  expertTint: '#e7f4f2',
  investor: '#6d3fc8',
  investorTint: '#f2edfb',
  danger: '#de3412',
  dangerText: '#bd2c0f',
  dangerTint: '#fdefec',
  warning: '#9e6a00',
  warningText: '#8a5c00',
  warningTint: '#fff3db',
  success: '#228738',
  successText: '#267337',
  successTint: '#eaf6ec',
  info: '#0b78cb',
  infoText: '#096ab3',
  infoTint: '#e7f4fe',
  chart1: primary[5],
  chart2: '#0f766e',
  chart3: '#c78500',
  chart4: '#6d3fc8',
  chart5: '#d63d4a',
  chart6: gray[5],
} as const;

export type ColourName = keyof typeof standard;

/** 선명한 화면: black on white, dark outlines instead of tints, every text at least 7:1. */
const high: Record<ColourName, string> = {
  ...standard,
  page: white,
  sunken: white,
  text: '#000000',
  text2: gray[9],
  text3: gray[8],
  hairline: gray[6],
  inputBorder: '#000000',
  track: white,
  trackEdge: '#000000',
  hatch: gray[7],
  focus: primary[7],
  primary: primary[7],
  primaryStrong: primary[8],
  primaryTint: white,
  primaryBand: primary[3],
  act: primary[9],
  ink: '#050d1c',
  inkLine: '#8a97ad',
  inkText2: white,
  coralText: '#8a2d08',
  coralTint: white,
  company: primary[7],
  companyTint: white,
  expert: '#0a4f4a',
  expertTint: white,
  investor: '#4a2593',
  investorTint: white,
  danger: '#8f1f08',
  dangerText: '#8f1f08',
  dangerTint: white,
  warning: '#634200',
  warningText: '#634200',
  warningTint: white,
  success: '#17552a',
  successText: '#17552a',
  successTint: white,
  info: '#064a7d',
  infoText: '#064a7d',
  infoTint: white,
  chart1: primary[7],
  chart2: '#0a4f4a',
  chart3: '#7d5300',
  chart4: '#4a2593',
  chart5: '#8f1d28',
  chart6: gray[8],
};

/** The named colours of a mode, for tests and for drawings that cannot use custom properties. */
export function colours(contrast: Contrast): Record<ColourName, string> {
  return contrast === 'high' ? high : standard;
}

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).replace(/(\d)$/, '-$1');

/** The custom property of a named colour, to be used wherever a style value is expected. */
export function colour(name: ColourName): string {
  return `var(--ju-${kebab(name)})`;
}

/** Mantine's resolver for a mode; it also defines every `--ju-*` colour. */
export function cssVariables(contrast: Contrast): CSSVariablesResolver {
  const set = colours(contrast);
  const own = Object.fromEntries(Object.entries(set).map(([name, value]) => [`--ju-${kebab(name)}`, value]));
  return () => ({
    variables: { ...own, '--ju-shadow': '0 8px 24px rgb(13 27 51 / 16%), 0 0 1px rgb(13 27 51 / 40%)' },
    light: {
      '--mantine-color-body': set.page,
      '--mantine-color-text': set.text,
      '--mantine-color-bright': set.text,
      '--mantine-color-dimmed': set.text3,
      '--mantine-color-placeholder': set.text3,
      '--mantine-color-anchor': set.primaryStrong,
      '--mantine-color-error': set.dangerText,
      '--mantine-color-success': set.successText,
      '--mantine-color-default-border': set.inputBorder,
      '--mantine-color-default-color': set.text,
      '--mantine-color-default-hover': set.hover,
      '--mantine-color-disabled': gray[1],
      '--mantine-color-disabled-color': set.text3,
      '--mantine-color-disabled-border': set.hairline,
      '--mantine-color-primary-filled': set.primary,
      '--mantine-color-primary-filled-hover': contrast === 'high' ? primary[8] : primary[6],
      '--mantine-color-primary-text': set.primaryStrong,
      '--mantine-color-primary-light': set.primaryTint,
      '--mantine-color-primary-light-hover': primary[1],
      '--mantine-color-primary-light-color': set.primaryStrong,
      '--mantine-color-primary-outline': set.primaryStrong,
    },
    dark: {},
  });
}

const fontFamily =
  '"Pretendard Variable", Pretendard, -apple-system, BlinkMacSystemFont, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

export const theme = createTheme({
  white,
  black: gray[9],
  colors: {
    primary,
    gray,
    danger: shades(standard.dangerTint, standard.danger, standard.dangerText),
    warning: shades(standard.warningTint, standard.warning, standard.warningText),
    success: shades(standard.successTint, standard.success, standard.successText),
    info: shades(standard.infoTint, standard.info, standard.infoText),
  },
  primaryColor: 'primary',
  primaryShade: 5,
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "D2Coding", monospace',
  // 13 caption, 15 work, 17 reading and forms; on a phone work text grows to 17 (global.css).
  fontSizes: {
    xs: 'var(--ju-caption)',
    sm: 'var(--ju-work)',
    md: 'var(--ju-form)',
    lg: rem(19),
    xl: rem(24),
  },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.35' },
  headings: {
    fontFamily,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: rem(24), lineHeight: '1.35' },
      h2: { fontSize: rem(19), lineHeight: '1.35' },
      h3: { fontSize: rem(17), lineHeight: '1.35' },
      h4: { fontSize: rem(15), lineHeight: '1.35' },
      h5: { fontSize: rem(15), lineHeight: '1.35' },
      h6: { fontSize: rem(13), lineHeight: '1.35' },
    },
  },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24), xxl: rem(32), huge: rem(48) },
  radius: { xs: rem(4), sm: rem(6), md: rem(6), lg: rem(10), xl: rem(10) },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'var(--ju-shadow)', lg: 'var(--ju-shadow)', xl: 'var(--ju-shadow)' },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '90em' },
  components: {
    Input: { defaultProps: { size: 'md' } },
    InputBase: { defaultProps: { size: 'md' } },
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { size: 'lg', variant: 'subtle', color: 'gray' } },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } },
    },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.5 } } },
    Drawer: { defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.5 } } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withinPortal: true } },
    Popover: { defaultProps: { shadow: 'md' } },
  },
});
