global using NtmServerless.Domain.Ids;
global using NtmServerless.Domain.PeriodicReports;
global using NtmServerless.Domain.Periods;
global using NtmServerless.Domain.Plans;
global using NtmServerless.Domain.Registrations;
global using NtmServerless.Domain.Time;
global using NtmServerless.Texts;
