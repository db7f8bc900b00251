import type { Migration } from './migration.ts';

/** Estates, runs, the policies of each run, and how resources stood from run to run. */
export const assessments: Migration = {
  version: 1,
  name: 'assessments',
  statements: [
    `create table landguard.estates (
      estate_key integer generated always as identity primary key,
      name text not null unique,
      last_run integer not null
    )`,
    `create table landguard.runs (
      estate_key integer not null references landguard.estates,
      number integer not null,
      assessed_at timestamptz not null,
      tool_version text not null,
      resources integer not null,
      policies integer not null,
      pairs json not null,
      score double precision,
      compliance_percent double precision,
      failing integer not null,
      duration_ms integer not null,
      policy_set text not null,
      lists_resources boolean not null,
      is_pruned boolean not null default false,
      primary key (estate_key, number)
    )`,
    `create table landguard.policies (
      policy_key integer generated always as identity primary key,
      estate_key integer not null references landguard.estates,
      identity uuid not null,
      assignment_id text not null,
      reference text not null,
      definition_id text not null,
      unique (estate_key, identity)
    )`,
    `create table landguard.run_policies (
      estate_key integer not null,
      number integer not null,
      policy_key integer not null,
      effect text not null,
      severity text not null,
      pairs json not null,
      primary key (estate_key, number, policy_key),
      foreign key (estate_key, number) references landguard.runs
    )`,
    'create index run_policies_by_policy on landguard.run_policies (policy_key)',
    `create table landguard.resources (
      resource_key bigint generated always as identity primary key,
      estate_key integer not null references landguard.estates,
      identity uuid not null,
      id text not null,
      type text not null,
      unique (estate_key, identity)
    )`,
    // No foreign key: two hundred thousand looks into resources would double the cost of a first run.
    `create table landguard.resource_versions (
      resource_key bigint not null,
      from_run integer not null,
      to_run integer,
      estate_key integer not null,
      content_hash text,
      non_compliant integer[],
      conflicting integer[],
      error integer[],
      undecided integer[],
      unknown integer[],
      exempt integer[],
      waived integer[],
      first_runs integer[],
      reopened integer[],
      primary key (resource_key, from_run),
      check (to_run > from_run)
    )`,
    `create unique index resource_versions_standing on landguard.resource_versions (estate_key, resource_key)
      where to_run is null`,
    'create index resource_versions_begun on landguard.resource_versions (estate_key, from_run)',
    'create index resource_versions_ended on landguard.resource_versions (estate_key, to_run) where to_run is not null',
    `create index resource_versions_failing on landguard.resource_versions using gin (non_compliant)
      where to_run is null and non_compliant is not null`,
  ],
};
