import type { DiagnosticLevel } from './diagnostic.ts';

interface CatalogueEntry {
  readonly level: DiagnosticLevel;
  readonly message: string;
  readonly advice: string;
}

/**
 * Every statement that landguard makes about its input, once. docs/errors.md is generated from this table.
 * LG1xxx reading files · LG2xxx templates · LG3xxx policy · LG4xxx library · LG5xxx configuration and usage · LG6xxx estates · LG7xxx Bicep · LG8xxx access.
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
    advice: 'landguard reads *.bicep, and *.json whose $schema is that of a deployment template',
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
  LG5014: {
    level: 'error',
    message: 'the file was not changed: {problem}',
    advice: 'no other file was changed either; run landguard check --fix again',
  },
  LG5020: {
    level: 'error',
    message: 'the check failed: {problem}',
    advice:
      'other files are still checked. A setting may be wrong: `landguard check` in a terminal says the same; if it does not, please report it',
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
  LG7101: {
    level: 'error',
    message: '`{reference}` cannot be read: {problem} (BCP091)',
    advice: 'correct the path or reference; until then what it brings is not known',
  },
  LG7102: {
    level: 'error',
    message: 'a loop cannot stand here (BCP138)',
    advice:
      'loops make resources, modules, variables, outputs and properties; use `map` inside other expressions',
  },
  LG7103: {
    level: 'error',
    message: 'the files use each other: {cycle} ({bcp})',
    advice: 'move what both need into a file of its own',
  },
  LG7104: {
    level: 'error',
    message: 'what is written out here takes more than {limit} expressions, or refers on too often',
    advice:
      'values of the running deployment are written out wherever a variable that holds them is used; use fewer such variables in each other',
  },
  LG7105: {
    level: 'warning',
    message: 'the version of the extension `{name}` is not stated here, and its alias is not followed',
    advice:
      'what is checked does not depend on it; write the version into a template that `landguard build` made',
  },
  LG7110: {
    level: 'error',
    message: '`{name}` takes a text that is known when the file is compiled (BCP032)',
    advice: 'write the text here, or name a variable whose value is one',
  },
  LG7111: {
    level: 'error',
    message: 'the path `{path}` cannot be used: {problem}',
    advice: 'name a file by its path relative to this one, with `/` between folders',
  },
  LG7112: {
    level: 'error',
    message: '`{path}` cannot be read: {problem} (BCP091)',
    advice: 'correct the path; until then the value is not known',
  },
  LG7113: {
    level: 'error',
    message: '`{path}` has more than {limit} {unit} (BCP184)',
    advice: 'load a smaller file',
  },
  LG7114: {
    level: 'error',
    message: '`{path}` is not {format}: {problem} ({code})',
    advice: 'correct the file that is loaded',
  },
  LG7115: {
    level: 'error',
    message: 'the JSONPath `{path}` leads to nothing in the file: {problem} (BCP235)',
    advice: 'correct the path; names in it are told apart by case',
  },
  LG7116: {
    level: 'error',
    message: 'there is no encoding `{encoding}` (BCP070)',
    advice: '{suggestion}',
  },
  LG7117: {
    level: 'note',
    message: 'the file is in `{found}`, as its first bytes say (BCP185)',
    advice: 'name that encoding, or none',
  },
  LG7118: {
    level: 'error',
    message: '`{name}` takes {expected}, but got {found} (BCP071)',
    advice: 'correct the arguments',
  },
  LG7119: {
    level: 'error',
    message: 'the environment variable `{name}` is not set, and no default is given (BCP427)',
    advice: 'set it, or give a default: readEnvironmentVariable(name, default)',
  },
  LG7120: {
    level: 'error',
    message: 'the file does not say with `using` which template it is for (BCP261)',
    advice: 'begin it with using and the path of the template, or with using none',
  },
  LG7121: {
    level: 'error',
    message: 'the file has more than one `{keyword}` ({code})',
    advice: 'keep one of them; the first one counts here',
  },
  LG7122: {
    level: 'error',
    message: '`{template}` has no parameter `{name}` (BCP259)',
    advice: '{suggestion}',
  },
  LG7123: {
    level: 'error',
    message: '`{template}` requires parameters that are given no value: {names} (BCP258)',
    advice: 'give each of them a value here, or a default in the template',
  },
  LG7124: {
    level: 'error',
    message: 'the parameter files extend each other: {cycle}',
    advice: 'move what they share into a file that extends none of them',
  },
  LG7125: {
    level: 'error',
    message: 'the parameter file `{path}` cannot be extended: {problem} (BCP091)',
    advice: 'correct the path; until then the values that it gives are not known',
  },
  LG7126: {
    level: 'error',
    message: 'the value of `{name}` cannot be written to a parameter file: it needs {causes}',
    advice: 'give a value that is known when the file is compiled, or one of `externalInput`',
  },
  LG7127: {
    level: 'error',
    message: '`{path}` is not built: it is {found}',
    advice: 'name .bicep and .bicepparam files',
  },
  LG7201: {
    level: 'error',
    message: 'there is nothing called `{name}` here ({bcp})',
    advice: '{advice}',
  },
  LG7202: {
    level: 'error',
    message: '`{name}` is called but is no function ({bcp})',
    advice: '{advice}',
  },
  LG7203: {
    level: 'error',
    message: 'the function `{name}` is not called ({bcp})',
    advice: 'write parentheses with its arguments behind it',
  },
  LG7204: {
    level: 'error',
    message: '`{namespace}` has no function `{name}` ({bcp})',
    advice: '{advice}',
  },
  LG7205: {
    level: 'error',
    message: 'there is no type `{name}` (BCP302)',
    advice: '{advice}',
  },
  LG7206: {
    level: 'error',
    message: '`{name}` is a type and stands where a value must (BCP288)',
    advice: 'write a value, or the name of a parameter or variable that holds one',
  },
  LG7208: {
    level: 'error',
    message: 'there is no function `{name}` in Bicep ({bcp})',
    advice: '{advice}',
  },
  LG7209: {
    level: 'error',
    message: '`{name}` takes {expected} arguments but gets {count} (BCP071)',
    advice: 'correct the arguments between the parentheses',
  },
  LG7210: {
    level: 'error',
    message: 'the argument is {actual} but must be {expected} (BCP070)',
    advice: 'give a value of that type, or convert it',
  },
  LG7211: {
    level: 'error',
    message: '`{name}` is declared more than once ({bcp})',
    advice: 'rename one of the declarations or remove it',
  },
  LG7212: {
    level: 'error',
    message: 'the object has the property `{name}` more than once (BCP025)',
    advice: 'keep one of them',
  },
  LG7213: {
    level: 'error',
    message: 'the file states its target scope more than once (BCP112)',
    advice: 'keep one `targetScope`',
  },
  LG7214: {
    level: 'error',
    message: 'more than one declaration deploys `{name}`: {declarations} ({bcp})',
    advice: 'give each a name of its own, or move one to a module',
  },
  LG7215: {
    level: 'error',
    message: '`{name}` uses itself ({bcp})',
    advice: 'write its value without it',
  },
  LG7216: {
    level: 'error',
    message: '`{operator}` cannot be applied to {types} ({bcp})',
    advice: '{advice}',
  },
  LG7217: {
    level: 'error',
    message: 'the condition is {actual} but must be bool (BCP046)',
    advice: 'compare the value with another, or convert it with `bool`',
  },
  LG7218: {
    level: 'error',
    message: 'the value is {actual} but must be {expected} ({bcp})',
    advice: 'give a value of that type, or change the type that is declared',
  },
  LG7219: {
    level: 'error',
    message: 'the item is {actual} but must be {expected} (BCP034)',
    advice: 'list values of the type that the parameter has',
  },
  LG7220: {
    level: 'error',
    message: '`{property}` is {actual} but must be {expected} (BCP036)',
    advice: 'give a value of that type, or convert it',
  },
  LG7221: {
    level: 'error',
    message: 'the loop goes through {actual}, which is no array (BCP137)',
    advice: 'name an array; `items` makes one of an object, `range` one of numbers',
  },
  LG7222: {
    level: 'error',
    message: '{owner} has no property `{name}` ({bcp})',
    advice: '{advice}',
  },
  LG7223: {
    level: 'error',
    message: '`{name}` is read of {actual}, which has no properties (BCP055)',
    advice: 'read it of an object',
  },
  LG7224: {
    level: 'error',
    message: '{actual} is no array or object that an index could be applied to (BCP076)',
    advice: 'remove the brackets, or name an array or object before them',
  },
  LG7225: {
    level: 'error',
    message: '`{name}` cannot decorate this ({bcp})',
    advice: '{advice}',
  },
  LG7226: {
    level: 'error',
    message: '`@{name}` is for {expected}, but this is {actual} (BCP124)',
    advice: 'remove it, or change the type',
  },
  LG7227: {
    level: 'error',
    message: '`@{name}` is there more than once (BCP166)',
    advice: 'keep one of them',
  },
  LG7228: {
    level: 'error',
    message: 'the value of `@{name}` is not possible ({bcp})',
    advice: '{advice}',
  },
  LG7229: {
    level: 'error',
    message: 'a loop of a property is inside another (BCP142)',
    advice: 'make the inner list in a variable or with `map`',
  },
  LG7230: {
    level: 'error',
    message: 'a property with a computed name cannot have a loop as its value (BCP143)',
    advice: 'make the list with `map`, or write the name as it is',
  },
  LG7231: {
    level: 'error',
    message: 'a resource is declared inside a resource that is in a loop (BCP160)',
    advice: 'declare it at the top of the file with a loop of its own and `parent`',
  },
  LG7232: {
    level: 'error',
    message: 'all of the loop `{name}` cannot be used as one value here (BCP144)',
    advice: 'choose one with an index, such as `{name}[0]`',
  },
  LG7233: {
    level: 'error',
    message: 'a lambda stands where only a value can (BCP242)',
    advice: 'pass it directly to a function such as `map`, or declare a function with `func`',
  },
  LG7234: {
    level: 'error',
    message: 'the index of a loop of resources or modules uses the lambda variable `{names}` (BCP247)',
    advice: 'use a loop instead of the lambda',
  },
  LG7235: {
    level: 'error',
    message: 'an argument of `{name}` uses the lambda variable `{names}` (BCP248)',
    advice: 'the file is read before any value is there: write its path as it is',
  },
  LG7236: {
    level: 'error',
    message: '{what} is known only while the deployment runs, but stands in {where} ({bcp})',
    advice: 'use a parameter, or what a declaration itself says: name, id, type or apiVersion',
  },
  LG7237: {
    level: 'error',
    message: 'the default of a parameter uses `{name}`, which is no parameter (BCP072)',
    advice: 'use other parameters and functions, or make it a variable',
  },
  LG7238: {
    level: 'error',
    message: '`{name}` can be used in the default of a parameter and nowhere else (BCP065)',
    advice: 'declare a parameter with it as its default, and use the parameter here',
  },
  LG7239: {
    level: 'error',
    message: 'the module `{module}` is not given the {names} (BCP035)',
    advice: 'add what is missing to `params`, or give the parameter a default in the module',
  },
  LG7240: {
    level: 'error',
    message: '{owner} does not take `{name}` ({bcp})',
    advice: '{advice}',
  },
  LG7241: {
    level: 'error',
    message: 'the scope is {scope} but must be {wanted} ({bcp})',
    advice: 'name a scope of that kind, or change the `targetScope` of the module',
  },
  LG7242: {
    level: 'error',
    message: 'the path `{path}` {problem} ({bcp})',
    advice: 'write a path relative to this file, with `/` between folders',
  },
  LG7243: {
    level: 'error',
    message: '`{type}` is no resource type with a version (BCP029)',
    advice: "write `'Provider/type@version'`, such as `'Microsoft.Storage/storageAccounts@2024-01-01'`",
  },
  LG7244: {
    level: 'error',
    message: '`{type}` is no type of a resource inside another (BCP156)',
    advice: 'write the last segment of the type, with or without a version',
  },
  LG7245: {
    level: 'error',
    message: '{what} is computed ({bcp})',
    advice: 'write it as it is: it is read before any value is there',
  },
  LG7246: {
    level: 'error',
    message: 'an existing resource cannot set `{name}` (BCP173)',
    advice: 'remove it, or remove `existing` to deploy the resource',
  },
  LG7247: {
    level: 'error',
    message: 'the resource `{name}` has no name (BCP035)',
    advice: 'add the property `name`',
  },
  LG7248: {
    level: 'error',
    message: 'the name of a resource with a parent has a `/` (BCP170)',
    advice: 'write its last segment; the parent gives the rest',
  },
  LG7249: {
    level: 'error',
    message: 'a resource with a parent cannot have a scope of its own (BCP164)',
    advice: 'remove `scope`: it is that of the parent',
  },
  LG7250: {
    level: 'error',
    message: '`parent` is not the name of a resource (BCP240)',
    advice:
      'write the symbolic name of a resource of this file; declare it as `existing` where another file deploys it',
  },
  LG7251: {
    level: 'error',
    message: 'the file exports nothing called `{name}` (BCP360)',
    advice: '{advice}',
  },
  LG7252: {
    level: 'error',
    message: 'a member of the union is no literal (BCP293)',
    advice: 'list texts, numbers or bools; put `@discriminator` on a union of objects',
  },
  LG7253: {
    level: 'error',
    message: 'the members of the union are of different types (BCP294)',
    advice: 'list members of one type',
  },
  LG7254: {
    level: 'error',
    message: 'what stands before `::` is no resource (BCP158)',
    advice: 'write the symbolic name of the resource in whose body the other one is declared',
  },
  LG7255: {
    level: 'error',
    message: 'no resource `{name}` is declared in the body of `{resource}` (BCP159)',
    advice: '{advice}',
  },
  LG7256: {
    level: 'error',
    message: '`{name}` is a namespace and no type (BCP306)',
    advice: 'write one of its types: `{name}.typeName`',
  },
  LG7257: {
    level: 'error',
    message: '`{name}` is a value and stands where a type must (BCP287)',
    advice: 'write a type, or declare one with `type`',
  },
  LG7258: {
    level: 'error',
    message: 'a parameter that may be null has a default (BCP326)',
    advice: 'remove the default, or the `?` behind the type',
  },
  LG7259: {
    level: 'error',
    message: 'the index of an {owner} must be {expected}, but this is {actual} ({bcp})',
    advice: 'write a number for an array, a property name for an object',
  },
  LG7260: {
    level: 'error',
    message: 'the lambda of `{name}` has {count} variables instead of {expected} (BCP070)',
    advice: 'correct the variables before `=>`',
  },
  LG7261: {
    level: 'error',
    message: 'the declarations need each other: {cycle} ({bcp})',
    advice: 'take one of the references out; what both need can be a variable or parameter',
  },
  LG7262: {
    level: 'error',
    message: '`@{name}` is for loops of resources or modules (BCP155)',
    advice: 'remove it, or write the body as a loop',
  },
  LG7263: {
    level: 'error',
    message: '`{name}` cannot be set (BCP073)',
    advice: 'remove it: Azure or the declaration itself gives it its value',
  },
  LG7264: {
    level: 'error',
    message: 'the name has {count} `/` but the type `{type}` needs {expected} (BCP169)',
    advice: 'name the resource and all it is in, or give it a `parent`',
  },
  LG7265: {
    level: 'error',
    message: '`{type}` is no child of `{parent}` (BCP036)',
    advice: 'the type of a child is that of its parent and one segment more; otherwise use `scope`',
  },
  LG7266: {
    level: 'error',
    message: 'the module `{module}` is for {wanted}, but has no scope (BCP035)',
    advice: 'add `scope`',
  },
  LG7267: {
    level: 'error',
    message: 'from {own} a module cannot be deployed to {scope} ({bcp})',
    advice: 'state the scope more exactly, or change the `targetScope` of this file',
  },
  LG7268: {
    level: 'error',
    message: 'the resource is put elsewhere than in {own}, which the file deploys to (BCP139)',
    advice: 'declare it in a module with that scope',
  },
  LG7269: {
    level: 'error',
    message: '`{name}` is exported but uses `{cause}`, which other files do not have (BCP372)',
    advice: 'export only what is made of values, other variables and functions',
  },
  LG7270: {
    level: 'error',
    message: '`getSecret` can be given to a secure parameter of a module and used nowhere else (BCP180)',
    advice: 'declare the parameter of the module with `@secure()` and pass the call to it alone',
  },
  LG7271: {
    level: 'error',
    message: 'the decorator is not a call (BCP141)',
    advice: "write a decorator such as `@description('...')`",
  },
  LG7272: {
    level: 'error',
    message: '`{name}` is answered while the deployment runs and cannot be called here (BCP066)',
    advice: 'call it in a variable, an output or the properties of a resource',
  },
  LG7273: {
    level: 'error',
    message: '`@discriminator` is for unions of objects (BCP363)',
    advice: 'remove it, or write the types of the objects with `|` between them',
  },
  LG7274: {
    level: 'error',
    message: 'a member of the union has no text for its discriminator `{name}` (BCP364)',
    advice: "give each member the property with a text of its own, such as `kind: 'a'`",
  },
  LG7275: {
    level: 'error',
    message: 'two members of the union have the discriminator `{name}` with `{value}` (BCP365)',
    advice: 'give each member a text of its own; upper and lower case are the same',
  },
  LG7276: {
    level: 'error',
    message: 'the value is computed but must be written as it is (BCP032)',
    advice: 'write a text, a number, a bool, or an array or object of such',
  },
  LG7277: {
    level: 'error',
    message: '`any` hides what is named here (BCP176)',
    advice: 'write the symbolic name of the resource or module, or the scope, without `any`',
  },
  LG7278: {
    level: 'error',
    message: 'a member of the union is no object (BCP286)',
    advice: 'list types of objects where `@discriminator` tells them apart',
  },
  LG7279: {
    level: 'error',
    message: 'the names `{names}` differ by upper and lower case alone (BCP353)',
    advice: 'rename one of them: templates do not tell them apart',
  },
  LG7280: {
    level: 'warning',
    message: 'every turn of the loop gives `{name}` the same name (BCP179)',
    advice: 'use `{item}` in the name',
  },
  LG7290: {
    level: 'warning',
    message: 'the secure parameter `{name}` has a default that everybody can read ({rule})',
    advice: 'remove the default, or make it empty',
  },
  LG7291: {
    level: 'warning',
    message: 'the output `{output}` shows a secret, of `{secret}` ({rule})',
    advice: 'put `@secure()` on the output, or read the secret where it is needed',
  },
  LG7298: {
    level: 'note',
    message: 'the {what} `{name}` is not used ({rule})',
    advice: 'remove it',
  },
  LG8001: {
    level: 'error',
    message: 'the condition cannot be read: {problem}',
    advice: '{advice}',
  },
  LG8002: {
    level: 'error',
    message: 'the condition has {count} {what}, more than the limit of {limit}',
    advice: 'split it over several role assignments',
  },
  LG8003: {
    level: 'error',
    message: 'conditions have no operator `{name}`',
    advice: '{suggestion}',
  },
  LG8004: {
    level: 'error',
    message: '`{value}` is not what `{operator}` compares, which is {expected}',
    advice: 'correct the value or choose another operator',
  },
  LG8005: {
    level: 'error',
    message: '`{attribute}` is no attribute: {problem}',
    advice:
      'write `@Resource[namespace:name]`, with one of the sources Resource, Request, Principal and Environment',
  },
  LG8006: {
    level: 'error',
    message: 'conditions have no version `{version}`',
    advice: 'use version 2.0',
  },
  LG8007: {
    level: 'note',
    message:
      'the condition is of version 1.0, which Azure takes in built-in roles alone; it is read as version 2.0',
    advice: 'set `conditionVersion` to 2.0',
  },
  LG8010: {
    level: 'warning',
    message: '`AND` and `OR` stand side by side without parentheses, in an order that Azure calls ambiguous',
    advice: 'add parentheses; until then `AND` is taken to bind tighter',
  },
  LG8011: {
    level: 'warning',
    message: 'the condition never holds: nothing is allowed',
    advice: 'correct the condition, or remove the role assignment',
  },
  LG8012: {
    level: 'warning',
    message: 'the condition always holds: it limits nothing',
    advice: 'correct the condition, or remove it',
  },
  LG8013: {
    level: 'warning',
    message: '`{operator}` with {count} different values holds for every value',
    advice: 'use `{instead}` to mean none of them',
  },
  LG8014: {
    level: 'warning',
    message: '`{operator}` with {count} different values holds for no value',
    advice: 'use `{instead}` to mean one of them',
  },
  LG8015: {
    level: 'warning',
    message: 'no action is ever like `{pattern}`: {problem}',
    advice: 'correct the pattern; what it was meant to limit is not limited',
  },
  LG8016: {
    level: 'note',
    message: '`{guarded}` is limited, `{open}` is not',
    advice: 'add a condition for the other action too, unless that is meant',
  },
  LG8017: {
    level: 'warning',
    message: '`{attribute}` is never there for `{action}`, so the comparison never holds',
    advice: 'use `{instead}` for this action',
  },
  LG8018: {
    level: 'warning',
    message:
      'the roles that may be assigned are all except {count}; a custom role with the same permissions as one of them may be assigned',
    advice: 'list the roles that may be assigned instead',
  },
  LG8019: {
    level: 'note',
    message: 'the roles that may be assigned are limited, those who may receive them are not',
    advice: 'limit `PrincipalType` or `PrincipalId` too',
  },
  LG8020: {
    level: 'warning',
    message: '`{attribute}` is {found}, but `{operator}` compares {expected}; the comparison is left open',
    advice: 'correct the condition or the value',
  },
  LG8050: {
    level: 'error',
    message: 'a Conditional Access policy is {found}, not an object',
    advice: 'export the policies with Microsoft Graph: GET /identity/conditionalAccess/policies',
  },
  LG8051: {
    level: 'warning',
    message: '`{path}` of the Conditional Access policy `{policy}` is not understood',
    advice: 'whether the policy applies is left open wherever this matters',
  },
  LG8052: {
    level: 'warning',
    message: '`{path}` of the Conditional Access policy `{policy}` is not {expected}',
    advice: 'correct the export; whether the policy applies is left open wherever this matters',
  },
  LG8053: {
    level: 'note',
    message: '`{name}` in the Conditional Access policy `{policy}` stands for an id that is not there yet',
    advice: 'put the id in, or give a group of that name; until then who is meant is left open',
  },
  LG8054: {
    level: 'warning',
    message: '{part} of the named location `{location}` is not understood',
    advice: 'correct the export; whether a sign-in comes from there is left open',
  },
  LG8055: {
    level: 'error',
    message: 'a named location has no id',
    advice: 'export the locations with Microsoft Graph: GET /identity/conditionalAccess/namedLocations',
  },
  LG8056: {
    level: 'warning',
    message: 'the device filter of the Conditional Access policy `{policy}` is not understood: {problem}',
    advice: 'correct the rule; whether the policy applies is left open wherever it matters',
  },
  LG8057: {
    level: 'warning',
    message: 'record {number} of the sign-in log is not understood: {problem}',
    advice: 'export the log with Microsoft Graph: GET /auditLogs/signIns; the record was left out',
  },
  LG8101: {
    level: 'warning',
    message: 'the action `{action}` is not among those that landguard knows',
    advice: '{suggestion}',
  },
  LG8102: {
    level: 'warning',
    message: '`{estate}` holds no Conditional Access policies',
    advice:
      'export them with Microsoft Graph: GET /identity/conditionalAccess/policies; what they ask for is left open',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** The code of a diagnostic, e.g. `LG2004`. */
export type DiagnosticCode = keyof typeof diagnosticCatalogue;
