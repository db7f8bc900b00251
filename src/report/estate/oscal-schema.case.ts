// What OSCAL 1.1.3 documents of the parts that landguard writes, closed: a property that is not here is not written.
// https://pages.nist.gov/OSCAL-Reference/models/v1.1.3/assessment-results/json-reference/

const uuid = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
};
const string = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const moment = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
};
const markup = { type: 'string', minLength: 1 };

function closed(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object): object {
  return { type: 'array', items, minItems: 1 };
}

const props = list(
  closed({ name: token, ns: { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9+.-]+:.+$' }, value: string }, [
    'name',
    'value',
  ]),
);
const controls = list(closed({ 'control-id': token }, ['control-id']));

const observation = closed(
  {
    uuid,
    title: markup,
    description: markup,
    props,
    methods: list({ enum: ['EXAMINE', 'INTERVIEW', 'TEST'] }),
    types: list({ enum: ['control-objective', 'finding'] }),
    origins: list(
      closed(
        { actors: list(closed({ type: { enum: ['tool'] }, 'actor-uuid': uuid }, ['type', 'actor-uuid'])) },
        ['actors'],
      ),
    ),
    subjects: list(
      closed({ 'subject-uuid': uuid, type: { enum: ['inventory-item'] } }, ['subject-uuid', 'type']),
    ),
    collected: moment,
    remarks: markup,
  },
  ['uuid', 'description', 'methods', 'collected'],
);

const finding = closed(
  {
    uuid,
    title: markup,
    description: markup,
    props,
    target: closed(
      {
        type: { enum: ['statement-id', 'objective-id'] },
        'target-id': token,
        status: closed(
          {
            state: { enum: ['satisfied', 'not-satisfied'] },
            reason: { enum: ['pass', 'fail', 'other'] },
            remarks: markup,
          },
          ['state'],
        ),
      },
      ['type', 'target-id', 'status'],
    ),
    'related-observations': list(closed({ 'observation-uuid': uuid }, ['observation-uuid'])),
  },
  ['uuid', 'title', 'description', 'target'],
);

const assets = closed(
  {
    components: list(
      closed(
        {
          uuid,
          type: { enum: ['software'] },
          title: markup,
          description: markup,
          status: closed({ state: { enum: ['operational'] } }, ['state']),
        },
        ['uuid', 'type', 'title', 'description', 'status'],
      ),
    ),
    'assessment-platforms': list(
      closed({ uuid, 'uses-components': list(closed({ 'component-uuid': uuid }, ['component-uuid'])) }, [
        'uuid',
      ]),
    ),
  },
  ['assessment-platforms'],
);

const result = closed(
  {
    uuid,
    title: markup,
    description: markup,
    start: moment,
    'local-definitions': closed(
      {
        'assessment-assets': assets,
        'inventory-items': list(closed({ uuid, description: markup, props }, ['uuid', 'description'])),
      },
      [],
    ),
    'reviewed-controls': closed(
      {
        'control-selections': list(
          closed({ description: markup, 'include-controls': controls, 'exclude-controls': controls }, []),
        ),
      },
      ['control-selections'],
    ),
    observations: list(observation),
    findings: list(finding),
  },
  ['uuid', 'title', 'description', 'start', 'reviewed-controls'],
);

export const oscalSchema = closed(
  {
    'assessment-results': closed(
      {
        uuid,
        metadata: closed(
          { title: markup, 'last-modified': moment, version: string, 'oscal-version': { const: '1.1.3' } },
          ['title', 'last-modified', 'version', 'oscal-version'],
        ),
        'import-ap': closed({ href: { type: 'string', pattern: '^#' } }, ['href']),
        results: list(result),
        'back-matter': closed(
          { resources: list(closed({ uuid, title: markup, description: markup }, ['uuid'])) },
          [],
        ),
      },
      ['uuid', 'metadata', 'import-ap', 'results'],
    ),
  },
  ['assessment-results'],
);
