using System.Globalization;
using NtmServerless.Bench;
using NtmServerless.Bench.Engine;
using NtmServerless.Bench.House;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["burst", ..] => await RegistrationBurst.RunAsync(args is [_, string rounds] ? int.Parse(rounds, null) : 3),
    ["pages"] => await PageCost.RunAsync(),
    ["report"] => await ReportCost.RunAsync(),
    ["journal"] => await JournalCost.RunAsync(),
    ["journal-crash", ..] => await JournalCrashes.RunAsync(args is [_, string kills] ? int.Parse(kills, null) : 100),
    ["engine", ..] => await EngineRate.RunAsync(args is [_, string rounds, ..] ? int.Parse(rounds, null) : 5, withWorker: args is not [_, _, "alone"]),
    ["hot"] => await HotInstance.RunAsync(),
    ["history"] => await LongHistory.RunAsync(),
    ["host", _, ..] => await HostRates.RunAsync(args[1..]),
    ["house", ..] => HouseFigures.Print(args is [_, string root] ? root : null),
    ["walks", ..] => await Walks.RunAsync(args is [_, string tree, ..] ? tree : null, withFiles: args is [_, _, "files"]),
    ["waiting"] => await ManyWaiting.RunAsync(),
    ["waiting-child", string connection, string table, string container] => await ManyWaiting.RestAsync(connection, table, container),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project bench -- burst [ROUNDS] | pages | report | journal | journal-crash [KILLS] | engine [ROUNDS [alone]] | hot | history | waiting | house [ROOT] | walks [ROOT [files]] | host NAME=URL,KEY[,PID...] ...");
    return 2;
}
