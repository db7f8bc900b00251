import type { Report } from '../kernel/index.ts';

/** What the caller decides about a rendering. Formats for machines read none of it. */
export interface RenderOptions {
  readonly color: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** Columns of the terminal; lines are not wrapped without it. */
  readonly width?: number | undefined;
}

/** One way to write a report down. */
export interface Format {
  readonly name: string;
  /** What a file of this format is called after its dot, e.g. `sarif`. */
  readonly extension: string;
  readonly description: string;
  /** Pure: the same report gives the same text. */
  readonly render: (report: Report, options: RenderOptions) => string;
}
