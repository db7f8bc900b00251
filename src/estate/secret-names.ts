import { isSecretAt } from '../kernel/index.ts';

/** What the name of a key says of the texts under it. Asked of the kernel once a name: it decides by names, by lists and by looks. */
export interface NameTraits {
  /** A text of this name is a secret. */
  readonly isSecret: boolean;
  /** The list or object of this name holds what a person typed into settings; their `value` is not to be shown. */
  readonly holdsSettings: boolean;
  /** Each text right under this name is one, whatever its name, except those that {@link isShownInSettings}. */
  readonly isSettings: boolean;
  readonly isShownInSettings: boolean;
  readonly isValue: boolean;
  readonly isDefaultValue: boolean;
}

/** Names beyond the kernel's, seen in answers of services. */
const moreSecretNames =
  /^(hint|authorization|userdata|commandtoexecute)$|(secrettext|workspace_?key|functions?[_-]?key|host_?key|read_?only_?key|subscription-?key)$/i;
const moreSettings = /^(env|keys|setkeys|functionkeys|hostkeys|passwords|tokens)$/i;

const known = new Map<string, NameTraits>();
const knownCountMax = 50_000;

/** The traits of a name. Results are kept: the same few thousand names come millions of times. */
export function traitsOfName(name: string): NameTraits {
  let traits = known.get(name);
  if (traits === undefined) {
    traits = askKernel(name);
    if (known.size >= knownCountMax) known.clear();
    known.set(name, traits);
  }
  return traits;
}

function askKernel(name: string): NameTraits {
  return {
    isSecret: isSecretAt([name], '') || moreSecretNames.test(name),
    holdsSettings: isSecretAt([name, 'value'], '') || moreSettings.test(name),
    isSettings: isSecretAt([name, 'any'], ''),
    isShownInSettings: !isSecretAt(['appSettings', name], ''),
    isValue: name.toLowerCase() === 'value',
    isDefaultValue: name.toLowerCase() === 'defaultvalue',
  };
}
