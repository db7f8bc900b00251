/**
 * Escapes the message of a logging command, as the agent unescapes it
 * (azure-pipelines/scripts/logging-commands.md; microsoft/azure-pipelines-task-lib node/taskcommand.ts).
 */
export function escapeAzureData(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property of a logging command. */
export function escapeAzureProperty(text: string): string {
  return escapeAzureData(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}

/** `##vso[name key=value;]message`, escaped, with a newline; properties without a value are left out. */
export function azureCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeAzureProperty(String(value))};`)
    .join('');
  return `##vso[${name}${given === '' ? '' : ` ${given}`}]${escapeAzureData(message)}\n`;
}
