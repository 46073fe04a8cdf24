/** The plots; the drawing library is loaded when the first one is shown. */
import { lazy } from 'react';

export const Bars = lazy(() => import('./Plots').then((m) => ({ default: m.Bars })));
export const Stacked = lazy(() => import('./Plots').then((m) => ({ default: m.Stacked })));
export { ChartFrame, type ChartFrameProps, type ChartTable } from './ChartFrame';
export { type Dot, DotPlot } from './DotPlot';
