import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { addressBits, formatAddress, type IpNetwork, parseNetwork } from './ip-network.ts';
import { integerAt, stringAt } from './operands.ts';

function networkAt(call: Call, args: readonly Argument[], position: number): IpNetwork {
  const text = stringAt(call, args, position);
  const network = parseNetwork(text);
  if (!network)
    throw new EvaluationError(`${call.name} cannot read \`${text}\` as a network in CIDR notation`);
  return network;
}

/** Whether the first and last address are set apart as network and broadcast address. */
function hasBroadcast({ version, prefixLength }: IpNetwork): boolean {
  return version === 4 && prefixLength < 31;
}

/** `parseCidr` (template-functions-cidr.md). */
export const parseCidr: TemplateFunction = overCandidates({
  name: 'parseCidr',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'object',
  run(args, call) {
    const network = networkAt(call, args, 0);
    const { version, first, last, prefixLength } = network;
    const text = (value: bigint) => formatAddress(version, value);
    const margin = hasBroadcast(network) ? 1n : 0n;
    const bits = addressBits(version);
    const netmask = ((1n << BigInt(prefixLength)) - 1n) << BigInt(bits - prefixLength);
    return {
      network: text(first),
      netmask: text(netmask),
      ...(version === 4 ? { broadcast: text(last) } : {}),
      firstUsable: text(first + margin),
      lastUsable: text(last - margin),
      cidr: prefixLength,
    };
  },
});

/** `cidrSubnet` (template-functions-cidr.md). */
export const cidrSubnet: TemplateFunction = overCandidates({
  name: 'cidrSubnet',
  argumentsMin: 3,
  argumentsMax: 3,
  returns: 'string',
  run(args, call) {
    const { version, first, prefixLength } = networkAt(call, args, 0);
    const [newPrefix, index] = [integerAt(call, args, 1), integerAt(call, args, 2)];
    const bits = BigInt(addressBits(version));
    if (newPrefix < prefixLength || newPrefix > bits) {
      throw new EvaluationError(
        `cidrSubnet expects a prefix from ${prefixLength} to ${bits}, not ${newPrefix}`,
      );
    }
    const count = 1n << (newPrefix - BigInt(prefixLength));
    if (index < 0n || index >= count) {
      throw new EvaluationError(`cidrSubnet has subnets 0 to ${count - 1n}, not ${index}`);
    }
    return `${formatAddress(version, first + (index << (bits - newPrefix)))}/${newPrefix}`;
  },
});

/** `cidrHost`, which counts from the first usable address (template-functions-cidr.md). */
export const cidrHost: TemplateFunction = overCandidates({
  name: 'cidrHost',
  argumentsMin: 2,
  argumentsMax: 2,
  returns: 'string',
  run(args, call) {
    const network = networkAt(call, args, 0);
    const index = integerAt(call, args, 1);
    const size = network.last - network.first + 1n;
    // A network of two addresses has no network address, one of a single address no hosts.
    const start = size > 2n ? 1n : 0n;
    const count = size === 1n ? 0n : size - start - (hasBroadcast(network) ? 1n : 0n);
    if (index < 0n || index >= count) {
      throw new EvaluationError(`cidrHost finds ${count} hosts in the network, but asks for number ${index}`);
    }
    return formatAddress(network.version, network.first + start + index);
  },
});
