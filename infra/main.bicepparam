// A sample. Secrets come from the environment, so that they are in no file and no command line.
using './main.bicep'

param namePrefix = 'ntm'
param tags = { office: 'van-phong-dieu-phoi-ntm' }
param firstAdministratorKey = readEnvironmentVariable('NTM_FIRST_ADMINISTRATOR_KEY')
param firstAdministratorCode = readEnvironmentVariable('NTM_FIRST_ADMINISTRATOR_CODE')
param keyProtectionSecret = readEnvironmentVariable('NTM_KEY_PROTECTION_SECRET')
param recordsStorageSku = 'Standard_ZRS'
