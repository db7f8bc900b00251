/** The colours on light ground; each text has a contrast of AA on the ground that it stands on. */
export const lightColours = `
--page: #f5f5f5; --card: #ffffff; --text: #242424; --faint: #5c5c5c; --line: #e0e0e0; --hover: #f0f6fc;
--brand: #0f6cbd; --top: #0a2540; --top-text: #ffffff; --top-faint: #c7d5e6; --shadow: 0 1px 2px rgba(0,0,0,.12);
--red: #c50f1f; --orange: #bc4b09; --amber: #eaa300; --purple: #7a4fa3; --teal: #0b7b82; --green: #107c10; --blue: #4f6bed; --grey: #8a8886; --pale: #c8c6c4;
--red-soft: #fdf0f1; --orange-soft: #fdf2e9; --amber-soft: #fff6dd; --purple-soft: #f4eefa; --teal-soft: #e6f5f5; --green-soft: #eaf5ea; --blue-soft: #eef1fd; --grey-soft: #f0f0f0;
--red-text: #a80d1a; --orange-text: #96390a; --amber-text: #705000; --purple-text: #643b8c; --teal-text: #08646a; --green-text: #0d640d; --blue-text: #3349b8; --grey-text: #515151;`;

/** The colours on dark ground. */
export const darkColours = `
--page: #1b1b1d; --card: #262628; --text: #f2f2f2; --faint: #b3b3b3; --line: #3d3d40; --hover: #2f3338;
--brand: #62abf5; --top: #11151c; --top-text: #ffffff; --top-faint: #a9bbd0; --shadow: 0 1px 2px rgba(0,0,0,.5);
--red: #e8505b; --orange: #e8825d; --amber: #f2c661; --purple: #a884d0; --teal: #3fb5bc; --green: #54b054; --blue: #7f93f2; --grey: #8f8d8b; --pale: #5a5a5d;
--red-soft: #442124; --orange-soft: #432a1c; --amber-soft: #3d3314; --purple-soft: #372b45; --teal-soft: #14373a; --green-soft: #1b361b; --blue-soft: #262e52; --grey-soft: #38383b;
--red-text: #ffb3b8; --orange-text: #ffbd99; --amber-text: #fbdf9b; --purple-text: #dcc6f5; --teal-text: #9be4e8; --green-text: #a9e0a9; --blue-text: #c3cdff; --grey-text: #d0d0d0;`;

/** Which colour stands for which meaning. Green is for what is proven, and for nothing else. */
const meanings: Readonly<Record<string, string>> = {
  nonCompliant: 'red',
  error: 'purple',
  conflicting: 'orange',
  undecided: 'amber',
  unknown: 'grey',
  notEvaluated: 'pale',
  exempt: 'blue',
  protected: 'teal',
  compliant: 'green',
  failing: 'red',
  passing: 'green',
  empty: 'grey',
  attested: 'purple',
  inherited: 'teal',
  notEvaluable: 'grey',
  notCovered: 'pale',
};

const severityColours: Readonly<Record<string, string>> = {
  critical: 'red',
  high: 'orange',
  medium: 'amber',
  low: 'blue',
  info: 'grey',
};

/** The rules that give parts of bars, states, outcomes and severities their colours. */
export function colourRules(): string {
  const fills = Object.entries(meanings).map(
    ([kind, colour]) => `.fill-${kind} { fill: var(--${colour}); background: var(--${colour}); }`,
  );
  const badge = (name: string, colour: string) =>
    `.${name} { background: var(--${colour}-soft); color: var(--${colour}-text); }`;
  const softOf = (colour: string) => (colour === 'pale' ? 'grey' : colour);
  return [
    ...fills,
    ...Object.entries(severityColours).map(([severity, colour]) => badge(`severity-${severity}`, colour)),
    ...Object.entries(meanings).flatMap(([kind, colour]) => [
      badge(`state-${kind}`, softOf(colour)),
      badge(`outcome-${kind}`, softOf(colour)),
    ]),
    '.severity-critical { background: #c50f1f; color: #ffffff; }',
  ].join('\n');
}
