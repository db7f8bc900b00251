import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, fold } from '../kernel/index.ts';

/** A framework as `facts/frameworks.json` holds it: the policies of its built-in initiative, each with the positions of its controls. */
export interface PackedFramework {
  readonly name: string;
  /** The name of the built-in initiative, folded. */
  readonly initiative: string;
  readonly version: string;
  /** What the names of the initiative's groups begin with. */
  readonly groupPrefix: string;
  readonly controls: readonly string[];
  /** Parallel to `controls`; empty when the source has none. */
  readonly titles: readonly string[];
  readonly policies: Readonly<Record<string, readonly number[]>>;
}

/** A control of a framework. */
export interface FrameworkControl {
  readonly id: string;
  /** Empty where the source names none. */
  readonly title: string;
}

/** A framework of controls, and which built-in policies are evidence for which of them. */
export interface Framework {
  readonly name: string;
  readonly version: string;
  /** The name of the built-in initiative, folded. */
  readonly initiative: string;
  readonly controls: readonly FrameworkControl[];
  /** The ids of the controls that a built-in policy, named by its GUID, is evidence for. */
  controlsOfPolicy(name: string): readonly string[];
  /** The control that a group of the initiative stands for. */
  controlOfGroup(group: string): string | undefined;
}

/** The frameworks of a facts folder. */
export function loadFrameworks(folder: string): {
  frameworks: readonly Framework[];
  diagnostics: readonly Diagnostic[];
} {
  const path = join(folder, 'frameworks.json');
  try {
    const file: { frameworks: readonly PackedFramework[] } = JSON.parse(readFileSync(path, 'utf8'));
    return { frameworks: file.frameworks.map(unpackFramework), diagnostics: [] };
  } catch (error) {
    return {
      frameworks: [],
      diagnostics: [diagnostic('LG1006', { problem: (error as Error).message }, path)],
    };
  }
}

/** Makes a framework that can be asked of its packed form. */
export function unpackFramework(packed: PackedFramework): Framework {
  const { name, version, initiative, groupPrefix, controls, titles, policies } = packed;
  const known = new Map(controls.map((id) => [fold(id), id]));
  const prefix = fold(groupPrefix);
  return {
    name,
    version,
    initiative,
    controls: controls.map((id, index) => ({ id, title: titles[index] ?? '' })),
    controlsOfPolicy: (policy) => {
      const key = fold(policy);
      const positions = Object.hasOwn(policies, key) ? policies[key] : undefined;
      return (positions ?? []).flatMap((position) => controls[position] ?? []);
    },
    controlOfGroup: (group) => {
      const folded = fold(group);
      if (!folded.startsWith(prefix)) return undefined;
      return known.get(folded.slice(prefix.length).replace(/\.$/, ''));
    },
  };
}
