using NtmServerless.Bench;

return args switch
{
    ["burst", ..] => await RegistrationBurst.RunAsync(args is [_, string rounds] ? int.Parse(rounds, null) : 3),
    ["pages"] => await PageCost.RunAsync(),
    ["report"] => await ReportCost.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench -- burst [ROUNDS] | pages | report");
    return 2;
}
