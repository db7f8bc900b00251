/**
 * Escapes the message of a workflow command, as the runner unescapes it
 * (actions/runner src/Runner.Common/ActionCommand.cs; actions/toolkit packages/core/src/command.ts).
 */
export function escapeGithubData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property of a workflow command. */
export function escapeGithubProperty(text: string): string {
  return escapeGithubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** `::name key=value,key=value::message`, escaped, with a newline; properties without a value are left out. */
export function githubCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeGithubProperty(String(value))}`)
    .join(',');
  return `::${name}${given === '' ? '' : ` ${given}`}::${escapeGithubData(message)}\n`;
}
