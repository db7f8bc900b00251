/** What stands for a secret in everything that landguard prints. */
export const redacted = '(redacted)';

const secretNames =
  /(passw(or)?d|passphrase|secret(value)?|token|connectionstring|account_?key|shared_?(access_?)?key|access_?key|api_?key|(primary|secondary|private|storage|master|signing|encryption|client)_?key|sas(url|uri|token)?|credential|certificate_?data|pfxblob|adminpassword|customdata|protectedsettings)$/i;

/** Containers whose entries hold what a person typed into a setting, secret more often than not. */
const settingContainers =
  /^(appsettings|connectionstrings|environmentvariables|environment|secrets|protectedsettings|settings|securevalues?)$/i;

const secretTexts = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd|ClientSecret)\s*=\s*[^;\s]{6,}/i,
  /\bsig=[A-Za-z0-9%+/=]{20,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./,
  /\b(gh[pousr]_[A-Za-z0-9]{30,}|xox[abpr]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16})\b/,
  /==(?<=\b[A-Za-z0-9+/]{86}==)/,
];

/** Whether a value at a path of a resource must not be shown: by the name it has, the list it is in, or what it looks like. */
export function isSecretAt(path: readonly (string | number)[], text: string): boolean {
  const names = path.filter((step) => typeof step === 'string');
  const last = names.at(-1) ?? '';
  if (secretNames.test(last)) return true;
  if (last.toLowerCase() === 'value' && names.slice(0, -1).some((name) => settingContainers.test(name)))
    return true;
  if (names.length > 1 && /^(appsettings|connectionstrings)$/i.test(names.at(-2)!) && !/^name$/i.test(last))
    return true;
  return secretTexts.some((pattern) => pattern.test(text));
}
