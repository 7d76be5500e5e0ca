global using NtmServerless.Browser.Tests.Support;
global using NtmServerless.Browser.Tests.Year;
global using NtmServerless.Spreadsheets;
global using NtmServerless.Spreadsheets.Attendance;
global using NtmServerless.Spreadsheets.Registrations;
global using NtmServerless.Testing;
