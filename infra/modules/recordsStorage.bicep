// The office's records: tables, and blobs in four containers.
import { closedAccount, roleIds } from 'rules.bicep'

@description('Azure region of the account.')
param location string

@description('Tags put on every resource.')
param tags object

@description('Name of the storage account.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Redundancy of the account.')
param skuName string

@description('Name of the user-assigned identity that the app runs as, in this resource group.')
param identityName string

@description('Resource id of the Log Analytics workspace that keeps the audit log.')
param workspaceId string

@description('Days that a deleted blob, version or container can still be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Days from upload in which a signed sheet can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param signedSheetRetentionDays int

@description('True once the write-once policy is locked: the template then leaves it alone.')
param signedSheetPolicyLocked bool

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// Everything but the signed sheets: a photo of people must be erasable on request, a document that names people when its time has ended.
var erasableContainerNames = ['documents', 'keys', 'photos', 'plans', 'reports']

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: skuName }
  properties: closedAccount
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource signedSheets 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobService
  name: 'signed-sheets'
  properties: { publicAccess: 'None' }
}

// Made unlocked: that refuses overwriting, but somebody who may manage the account can still remove it, and the
// vendor says that it does not protect from deletion. Locking cannot be undone and cannot be said in a template
// (the state is read-only), so it is done by hand, after a trial, as infra/README.md says.
resource writeOnce 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = if (!signedSheetPolicyLocked) {
  parent: signedSheets
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: signedSheetRetentionDays
    allowProtectedAppendWrites: false
  }
}

resource erasableContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for name in erasableContainerNames: {
    parent: blobService
    name: name
    properties: { publicAccess: 'None' }
  }
]

// Tables are made by the app, so this role is at the account; blobs are reached container by container.
resource usesTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identity.id, roleIds.storageTableDataContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds.storageTableDataContributor
    )
  }
}

resource usesSignedSheets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: signedSheets
  name: guid(signedSheets.id, identity.id, roleIds.storageBlobDataContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds.storageBlobDataContributor
    )
  }
}

resource usesErasable 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in erasableContainerNames: {
    scope: erasableContainers[i]
    name: guid(erasableContainers[i].id, identity.id, roleIds.storageBlobDataContributor)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roleIds.storageBlobDataContributor
      )
    }
  }
]

var auditedOperations = [
  { category: 'StorageRead', enabled: true }
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

resource blobAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobService
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: auditedOperations }
}

resource tableAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tableService
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: auditedOperations }
}

@description('Address of the blob service, with a slash at its end.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('Address of the table service, with a slash at its end.')
output tableServiceUri string = account.properties.primaryEndpoints.table
