/** Windows Azure Service Management API: the one application id that stands for several resources. */
export const azureManagementId = '797f4846-ba00-4fd7-ba43-dac1f8f63013';

const azurePortalId = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';

/**
 * The applications of the groups of Conditional Access, folded, as far as Microsoft publishes both that they are in it
 * (docs/identity/conditional-access/concept-conditional-access-cloud-apps.md, reference-office-365-application-contents.md) and their ids
 * (support/entra/entra-id/governance/verify-first-party-apps-sign-in.md); what else is in the groups is for the tenant to say.
 */
export const documentedGroups: readonly (readonly [group: string, ids: readonly string[]])[] = [
  [
    'office365',
    [
      // Exchange Online, SharePoint Online, Skype for Business Online, Viva Engage, Exchange Online Protection
      '00000002-0000-0ff1-ce00-000000000000',
      '00000003-0000-0ff1-ce00-000000000000',
      '00000004-0000-0ff1-ce00-000000000000',
      '00000005-0000-0ff1-ce00-000000000000',
      '00000007-0000-0ff1-ce00-000000000000',
      // Microsoft Teams, its services and its web client
      '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
      'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
      '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      // Forms, Whiteboard, Stream, Sway, OneNote, Office 365 Search Service
      'c9a559d2-7aab-4f13-a6ed-e7e9c52aec87',
      '95de633a-083e-42f5-b444-a4295d8e9314',
      'cf53fce8-def6-4aeb-8d30-b158e7b1cf83',
      '905fcf26-4eb7-48a0-9ff0-8dcc7194b5ba',
      '2d4d3d8e-2be3-4bef-9f87-7875a61c29de',
      '66a88757-258c-4c72-893c-3e8bed4d6899',
      // OfficeHome and Office.com
      '4765445b-32c6-49b0-83e6-1d93765276ca',
      '4b233688-031c-404b-9a80-a4f3f2351f90',
    ],
  ],
  // The Azure portal, which is the Microsoft Entra admin center too, and the Exchange admin center
  ['microsoftadminportals', [azurePortalId, '497effe9-df71-4043-a8bb-14cf78c4b63b']],
  [
    azureManagementId,
    [
      azureManagementId,
      azurePortalId,
      // Azure Data Lake, Application Insights API, Log Analytics API
      'e9f49c6b-5ce5-44c8-925d-015017e9f7ad',
      'f5c26e74-f226-4ae8-85f0-b4af0080ac9e',
      'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5',
    ],
  ],
];
