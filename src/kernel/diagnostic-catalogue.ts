import type { DiagnosticLevel } from './diagnostic.ts';

interface CatalogueEntry {
  readonly level: DiagnosticLevel;
  readonly message: string;
  readonly advice: string;
}

/**
 * Every statement that landguard makes about its input, once. docs/errors.md is generated from this table.
 * LG1xxx reading files · LG2xxx templates · LG3xxx policy · LG4xxx library · LG5xxx configuration and usage · LG6xxx estates · LG7xxx Bicep.
 */
export const diagnosticCatalogue = {
  LG1001: {
    level: 'error',
    message: 'not valid JSON: {problem}',
    advice: 'correct the text here; everything up to this place was read',
  },
  LG1002: {
    level: 'error',
    message: 'the file has {size} bytes, more than the limit of {limit}',
    advice: 'split the file, or raise the limit with --max-file-bytes',
  },
  LG1003: {
    level: 'error',
    message: 'the document is nested deeper than {limit} levels',
    advice: 'flatten the document; Azure Resource Manager refuses such nesting too',
  },
  LG1004: {
    level: 'warning',
    message: 'the key `{key}` is given more than once in this object; the last one counts',
    advice: 'remove all but one of them',
  },
  LG1005: {
    level: 'error',
    message: 'the key `{key}` cannot be used as a property name',
    advice: 'rename the property; it was left out',
  },
  LG1006: {
    level: 'error',
    message: 'cannot read the file: {problem}',
    advice: 'check that the file exists and that you may read it',
  },
  LG1007: {
    level: 'error',
    message: 'the file is not text in UTF-8 or UTF-16',
    advice: 'save the file as UTF-8',
  },
  LG2001: {
    level: 'error',
    message: 'the template is {found}, not an object',
    advice: 'a deployment template is a JSON object with $schema, contentVersion and resources',
  },
  LG2002: {
    level: 'error',
    message: '`{section}` must be {expected}, but is {found}',
    advice: 'see the template structure in the Azure Resource Manager documentation; this part was left out',
  },
  LG2003: {
    level: 'error',
    message: 'the expression cannot be parsed: {problem}',
    advice: 'correct the expression; the value is unknown until then',
  },
  LG2004: {
    level: 'error',
    message: 'the expression cannot be evaluated: {problem}',
    advice: 'correct the expression or the values it uses; the value is unknown until then',
  },
  LG2005: {
    level: 'error',
    message: 'there is no function `{name}`',
    advice: '{suggestion}',
  },
  LG2006: {
    level: 'error',
    message: 'there is no parameter `{name}`',
    advice: '{suggestion}',
  },
  LG2007: {
    level: 'error',
    message: 'there is no variable `{name}`',
    advice: '{suggestion}',
  },
  LG2008: {
    level: 'error',
    message: '{kind} `{name}` refers to itself: {cycle}',
    advice: 'break the cycle; the value is unknown until then',
  },
  LG2009: {
    level: 'warning',
    message: 'the parameter `{name}` has no value and no default',
    advice:
      'give a value in a parameter file or with --parameters; until then what depends on it is undecided',
  },
  LG2010: {
    level: 'error',
    message: 'the parameter `{name}` must be {expected}, but is {found}',
    advice: 'correct the value; Azure Resource Manager refuses the deployment',
  },
  LG2011: {
    level: 'error',
    message: 'the value of parameter `{name}` is not one of its allowed values: {allowed}',
    advice: 'use one of the allowed values; Azure Resource Manager refuses the deployment',
  },
  LG2012: {
    level: 'error',
    message: 'the value of parameter `{name}` breaks its {constraint}: {limit}',
    advice: 'use a value within the constraint; Azure Resource Manager refuses the deployment',
  },
  LG2013: {
    level: 'warning',
    message: 'the parameter file gives `{name}`, which the template does not declare',
    advice: '{suggestion}',
  },
  LG2014: {
    level: 'error',
    message: 'the copy loop asks for {count} iterations; the limit is {limit}',
    advice:
      'Azure Resource Manager refuses more; one representative iteration was expanded and marked unknown',
  },
  LG2015: {
    level: 'error',
    message: 'the expansion stopped at {limit} {what}',
    advice: 'split the template, or raise the limit',
  },
  LG2016: {
    level: 'warning',
    message: 'the linked template `{link}` cannot be read here: {problem}',
    advice: 'its resources are not in this result; give the file beside the template or check it on its own',
  },
  LG2017: {
    level: 'error',
    message: 'the resource has no `{property}`',
    advice: 'add it; the resource was kept with what it has',
  },
  LG2018: {
    level: 'error',
    message: 'the type `{type}` and the name `{name}` do not have the same number of segments',
    advice: 'a resource of type Namespace/a/b needs a name of the form x/y',
  },
  LG2019: {
    level: 'warning',
    message: 'the parameter file is for none of the templates beside it',
    advice: 'name it <template>.parameters.json, or give it with --parameters',
  },
  LG2020: {
    level: 'error',
    message: 'the type definition `{reference}` does not exist',
    advice: 'declare it under `definitions`; the value was not checked against it',
  },
  LG2021: {
    level: 'error',
    message: 'the template is for an unknown scope: `{schema}`',
    advice:
      'use the $schema of a deploymentTemplate, subscription-, managementGroup- or tenantDeploymentTemplate',
  },
  LG2022: {
    level: 'error',
    message: 'a value nested here must be {expected}, but is {found}',
    advice: 'correct the value; this part was left out',
  },
  LG2023: {
    level: 'error',
    message: 'the template language has no literal `{name}`',
    advice: 'write `{name}()`; it was read so, but Azure Resource Manager refuses the expression',
  },
  LG3001: {
    level: 'error',
    message: 'the policy definition is not usable: {problem}',
    advice: 'correct the definition; it is not evaluated until then',
  },
  LG3002: {
    level: 'error',
    message: 'the policy rule cannot be parsed: {problem}',
    advice: 'correct the rule; the policy is not evaluated until then',
  },
  LG3003: {
    level: 'warning',
    message: 'there is no alias `{alias}`',
    advice: '{suggestion}',
  },
  LG3004: {
    level: 'error',
    message: 'there is no effect `{effect}`',
    advice: '{suggestion}',
  },
  LG3005: {
    level: 'error',
    message: 'the policy parameter `{name}` has no value and no default',
    advice:
      'give it in the assignment or the initiative; resources for which the rule needs it end in an error',
  },
  LG3006: {
    level: 'error',
    message: 'the value of policy parameter `{name}` is not one of its allowed values: {allowed}',
    advice: 'use one of the allowed values (they are case-sensitive); Azure refuses the assignment',
  },
  LG3007: {
    level: 'error',
    message: 'the policy parameter `{name}` must be {expected}, but is {found}',
    advice: 'correct the value; Azure refuses the assignment',
  },
  LG3008: {
    level: 'error',
    message: '{owner} refers to the definition `{id}`, which is not here',
    advice:
      'add the library that holds it (landguard library add azure-policy), or give its folder with --policies',
  },
  LG3009: {
    level: 'warning',
    message: '{owner} gives the parameter `{name}`, which `{definition}` does not declare',
    advice: '{suggestion}',
  },
  LG3010: {
    level: 'note',
    message: '{owner} asks for version {wanted} of `{id}`, but only {available} is here',
    advice: 'the version that is here was used; update the library if it is older',
  },
  LG3011: {
    level: 'error',
    message: 'the policy rule has {count} {what}; the limit is {limit}',
    advice: 'Azure Policy refuses such a rule; split the policy',
  },
  LG3013: {
    level: 'note',
    message: '{owner} gives the parameter `{name}`, which `{definition}` does not declare',
    advice:
      'the definition here is of another version than the initiative was written for; the value was left out',
  },
  LG3012: {
    level: 'error',
    message: 'two definitions have the id `{id}`',
    advice: 'the first one was used; remove the other or give it another name',
  },
  LG3014: {
    level: 'warning',
    message: '{owner} overrides the version with {wanted} for some resources, which was not followed',
    advice: 'all resources were evaluated with the version that is here; libraries hold the newest one only',
  },
  LG4001: {
    level: 'error',
    message: 'there is no library `{name}` here',
    advice: '{suggestion}',
  },
  LG4002: {
    level: 'warning',
    message: 'the file is neither a policy definition, an initiative nor an assignment',
    advice: 'it was left out; keep other files out of the policy folder',
  },
  LG4003: {
    level: 'error',
    message: 'cannot bring the library `{name}`: {problem}',
    advice: '{suggestion}',
  },
  LG4004: {
    level: 'error',
    message: 'the archive entry `{entry}` is refused: {problem}',
    advice: 'the archive is not one that landguard unpacks; nothing of it was added',
  },
  LG4005: {
    level: 'error',
    message: 'there is no policy `{name}` in the baseline or in the libraries here',
    advice: '{suggestion}',
  },
  LG5001: {
    level: 'error',
    message: 'landguard.yaml: {problem}',
    advice: 'see docs/configuration.md and schemas/landguard.schema.json',
  },
  LG5002: {
    level: 'error',
    message: 'there is nothing at `{path}`',
    advice: 'check the path; it is read from {folder}',
  },
  LG5003: {
    level: 'error',
    message: 'no deployment template was found in {paths}',
    advice: 'landguard reads *.json whose $schema is a deployment template',
  },
  LG5004: {
    level: 'error',
    message: '{problem}',
    advice: 'see landguard {command} --help',
  },
  LG5005: {
    level: 'error',
    message: 'there is no finding `{finding}` in this check',
    advice: '{suggestion}',
  },
  LG5010: {
    level: 'error',
    message: '{file}: {problem}',
    advice: 'the entry does not count; see docs/posture.md and schemas/{schema}.schema.json',
  },
  LG5011: {
    level: 'warning',
    message: 'the waiver for {what} matches no finding',
    advice: 'remove it from {file}, or correct what it names',
  },
  LG5012: {
    level: 'warning',
    message: 'the waiver for {what} ended on {expires}; its findings count again',
    advice: 'fix the findings, or let {owner} renew the waiver in {file}',
  },
  LG5013: {
    level: 'error',
    message: 'the baseline `{file}` is not usable: {problem}',
    advice: 'make it again with --update-baseline',
  },
  LG6090: {
    level: 'warning',
    message: 'the estate has no management group `{group}` of the architecture `{library}`',
    advice: 'the assignments of that group are in force nowhere; check the names of the management groups',
  },
  LG6001: {
    level: 'warning',
    message: 'the file holds nothing of an estate: {found}',
    advice: 'it was left out; docs/estate.md says what an estate folder may hold',
  },
  LG6002: {
    level: 'warning',
    message: '{count} of {total} entries fit nothing in an estate, the first one in line {line}: {found}',
    advice: 'they were left out; docs/estate.md says what an estate folder may hold',
  },
  LG6003: {
    level: 'error',
    message: '{count} entries are cut off in the middle, the first one begins in line {line}',
    advice: 'export the file again; the {entries} whole entries were read',
  },
  LG6004: {
    level: 'error',
    message: '{count} entries are not valid JSON, the first one in line {line}: {problem}',
    advice: 'export the file again; the other entries were read',
  },
  LG6005: {
    level: 'error',
    message: '{count} entries have more than {limit} bytes, the first one begins in line {line}',
    advice: 'they were left out; the other entries were read',
  },
  LG6006: {
    level: 'warning',
    message: '{count} resources have no properties, as `az resource list` prints them: {types}',
    advice:
      'policies cannot be decided for them; export them with `az graph query -q resources` or `az resource show --ids`',
  },
  LG6007: {
    level: 'note',
    message: '{count} resources were flattened by az: {types}',
    advice:
      'their properties were put back, but az renames some of them; `az graph query` and `az resource show` keep the names of Azure',
  },
  LG6008: {
    level: 'note',
    message: '{count} entries were given more than once, {variants} of them with an id in another case',
    advice: 'of each, the last one read that has properties counts',
  },
  LG6009: {
    level: 'warning',
    message: 'the export holds {count} of {total} rows',
    advice:
      'bring the other pages too: `az graph query --first 1000 --skip-token <token>`, or `landguard collect azure`',
  },
  LG6010: {
    level: 'note',
    message: 'the answer says that more pages follow it',
    advice:
      'make sure that they are in the folder as well; az follows the pages of a list by itself, `az rest` does not',
  },
  LG6011: {
    level: 'error',
    message: 'the management groups run in a circle: {cycle}',
    advice: 'export the management groups again; the circle was cut where it closes',
  },
  LG6012: {
    level: 'warning',
    message: 'the parent of {kind} `{name}` is not here: `{parent}`',
    advice:
      'what is assigned there and above is not known; bring it with `az account management-group show --name <root> --expand --recurse`',
  },
  LG6013: {
    level: 'warning',
    message: '{kind} `{name}` is given two parents: `{first}` and `{second}`',
    advice: 'the last one read counts; remove the older export',
  },
  LG6014: {
    level: 'warning',
    message: '{count} entries are dated after the clock of this machine, the latest {latest}',
    advice: 'set the clock right: it decides which exemptions have expired',
  },
  LG6015: {
    level: 'error',
    message: 'there is no estate at `{path}`: {found}',
    advice: 'an estate folder holds what az prints, as JSON or NDJSON; see docs/estate.md',
  },
  LG6016: {
    level: 'warning',
    message: '{count} subscriptions are in no management group here, the first is `{first}`',
    advice:
      'what is assigned above them is not known; bring the tree with `az account management-group show --name <root> --expand --recurse`',
  },
  LG6017: {
    level: 'error',
    message: 'the compressed file is damaged: {problem}',
    advice: 'export the file again; the {count} entries before the damage were read',
  },
  LG6018: {
    level: 'error',
    message: 'the file unpacks to more than {limit} bytes',
    advice: 'split the file; what came before was read',
  },
  LG6019: {
    level: 'note',
    message: '{count} records of what Azure Policy found were left out',
    advice:
      'landguard evaluates the policies itself; leave `microsoft.policyinsights/policystates` out of the export',
  },
  LG6040: {
    level: 'warning',
    message:
      'the assignment {name} at `{scope}` assigns `{definition}`, which is not defined at or above that place',
    advice:
      'Azure refuses such an assignment, so the export is of several moments or the assignment is a plan; it was evaluated as it stands. Move the definition to a management group above both',
  },
  LG6100: {
    level: 'warning',
    message: '{count} reads were refused ({kinds}), the first of `{path}`',
    advice:
      'what is behind them is not in the estate and policies about it cannot be decided; give the identity the role Reader there and collect again',
  },
  LG6101: {
    level: 'warning',
    message: 'of `{step}` {count} of {total} rows came',
    advice:
      'the estate changed while it was collected, or Azure left rows out; collect again into a new folder',
  },
  LG6200: {
    level: 'error',
    message: 'the store `{store}` has version {found}, and this landguard knows versions up to {known}',
    advice: 'use the landguard that wrote it, or a newer one; nothing was changed',
  },
  LG6201: {
    level: 'error',
    message:
      'the store `{store}` was written by PostgreSQL {found}, and this landguard brings PostgreSQL {known}',
    advice: 'use the landguard that wrote it, or assess into a new store; nothing was changed',
  },
  LG6202: {
    level: 'error',
    message: 'the address in DATABASE_URL is not usable: {problem}',
    advice: 'it has the form postgresql://user@host:5432/database?sslmode=verify-full; see docs/history.md',
  },
  LG6203: {
    level: 'error',
    message: 'there is no store at `{store}`',
    advice: '`landguard assess --save` makes one; LANDGUARD_STORE or DATABASE_URL name another',
  },
  LG6204: {
    level: 'error',
    message: 'the store `{store}` cannot be used: {problem}',
    advice: '{advice}',
  },
  LG6205: {
    level: 'error',
    message: 'the store `{store}` holds no assessment of `{estate}`',
    advice: '{suggestion}',
  },
  LG6206: {
    level: 'error',
    message: 'there is no run `{run}` of `{estate}`',
    advice: '{suggestion}',
  },
  LG7001: {
    level: 'error',
    message: '{found} means nothing in Bicep ({bcp})',
    advice: '{advice}',
  },
  LG7002: {
    level: 'error',
    message: 'the comment is not closed (BCP002)',
    advice: 'end it with `*/`; everything behind it was taken as part of the comment',
  },
  LG7003: {
    level: 'error',
    message: 'the string is not closed ({bcp})',
    advice: 'end it with {closing}; only strings between three quotes run over several lines',
  },
  LG7004: {
    level: 'error',
    message: 'the escape sequence `{sequence}` is not valid ({bcp})',
    advice:
      "valid are \\n, \\r, \\t, \\\\, \\', \\$ and \\u with a hexadecimal number up to 10FFFF in braces",
  },
  LG7005: {
    level: 'error',
    message: 'the name has {length} characters, more than the limit of {limit} (BCP024)',
    advice: 'use a shorter name',
  },
  LG7006: {
    level: 'error',
    message: 'the number is not a 64-bit integer (BCP010)',
    advice: 'use a number from -9223372036854775808 to 9223372036854775807, or a string',
  },
  LG7007: {
    level: 'error',
    message: '`#{pragma}` names no diagnostic (BCP226)',
    advice: 'write the codes or rule names behind it, with blanks between them',
  },
  LG7008: {
    level: 'error',
    message: 'expected {expected}, found {found} ({bcp})',
    advice: '{advice}',
  },
  LG7009: {
    level: 'error',
    message: 'the `{bracket}` of line {line} is not closed: expected `{closing}`, found {found} (BCP018)',
    advice: 'close it with `{closing}`, or remove what stands between',
  },
  LG7010: {
    level: 'error',
    message: '{found} begins no declaration ({bcp})',
    advice: '{advice}',
  },
  LG7011: {
    level: 'error',
    message: 'a new line follows the comma (BCP238)',
    advice: 'separate with commas in one line or with new lines, not with both',
  },
  LG7012: {
    level: 'error',
    message: 'arrays and objects cannot be written inside a string (BCP087)',
    advice: 'declare a variable with it and use the variable in the string',
  },
  LG7013: {
    level: 'error',
    message: 'no declaration follows the decorator ({bcp})',
    advice: 'put it in the line above a declaration, or remove it',
  },
  LG7014: {
    level: 'error',
    message: 'the declaration is nested deeper than {limit} levels',
    advice: 'split it with variables; it was left out',
  },
  LG7015: {
    level: 'error',
    message: 'there are {count} more mistakes in the file',
    advice: 'correct the ones listed first; the others may be their consequences',
  },
  LG7016: {
    level: 'error',
    message: 'the parentheses hold {count} expressions instead of one (BCP243)',
    advice: 'leave one expression, or write `=>` and a value behind them for a lambda',
  },
  LG7017: {
    level: 'error',
    message: '`.?` cannot call a function, as it does `{name}` (BCP322)',
    advice: 'write `.` instead, or check for null with a conditional expression',
  },
  LG7018: {
    level: 'error',
    message: 'a name in quotes is imported without a name for this file (BCP375)',
    advice: 'write `as` and a name behind it',
  },
  LG7019: {
    level: 'error',
    message: 'the name of what is imported is computed (BCP032)',
    advice: 'write the name as it is exported',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** The code of a diagnostic, e.g. `LG2004`. */
export type DiagnosticCode = keyof typeof diagnosticCatalogue;
