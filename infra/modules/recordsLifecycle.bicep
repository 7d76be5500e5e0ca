// What happens to evidence with age. Only evidence: plans, reports and everything in the host's account have no rule.

@description('Name of the records account.')
param accountName string

@description('Days from upload after which evidence moves to the cool tier.')
@minValue(30)
@maxValue(3650)
param coolAfterDays int

@description('Days from upload after which a signed sheet is deleted.')
@minValue(365)
@maxValue(146000)
param signedSheetRetentionDays int

@description('Days from upload after which a photo is deleted.')
@minValue(30)
@maxValue(36500)
param photoRetentionDays int

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource ageing 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'signed-sheets-cool-then-delete'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['signed-sheets/'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterCreationGreaterThan: coolAfterDays }
                delete: { daysAfterCreationGreaterThan: signedSheetRetentionDays }
              }
              version: { delete: { daysAfterCreationGreaterThan: signedSheetRetentionDays } }
            }
          }
        }
        {
          name: 'photos-cool-then-delete'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['photos/'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterCreationGreaterThan: coolAfterDays }
                delete: { daysAfterCreationGreaterThan: photoRetentionDays }
              }
              // Deleting a photo leaves it as a previous version. Somebody asked for it to be erased, so the version
              // goes at the next run; after that it is kept by soft delete only, for its days.
              version: { delete: { daysAfterCreationGreaterThan: 0 } }
            }
          }
        }
      ]
    }
  }
}
