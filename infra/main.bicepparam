// A sample. The key comes from the environment, so that it is in no file and no command line.
using './main.bicep'

param namePrefix = 'ntm'
param tags = { office: 'van-phong-dieu-phoi-ntm' }
param firstAdministratorKey = readEnvironmentVariable('NTM_FIRST_ADMINISTRATOR_KEY')
param recordsStorageSku = 'Standard_ZRS'
