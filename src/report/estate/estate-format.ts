import type { EstateReport } from '../../kernel/index.ts';
import type { RenderOptions } from '../format.ts';

/** One way to write down the posture of an estate. */
export interface EstateFormat {
  readonly name: string;
  /** What a file of this format is called after its dot, e.g. `html`. */
  readonly extension: string;
  readonly description: string;
  /** Pure: the same report gives the same text. */
  readonly render: (report: EstateReport, options: RenderOptions) => string;
}
