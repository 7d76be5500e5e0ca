using Microsoft.Extensions.Hosting;
using NtmServerless.LocalHost;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Startup;

if (LaunchHelp.IsAskedFor(args))
{
    Console.WriteLine(LaunchHelp.Text);
    return 0;
}

try
{
    LaunchOptions options = LaunchOptions.Parse(args, Directory.GetCurrentDirectory()) with { OnConsole = true };
    try
    {
        await using LocalHostApp host = await Launch.BuildAsync(options);
        await host.RunAsync();
        return 0;
    }
    catch (Exception failure) when (failure is not HostStartException && FolderTrouble.Behind(failure, options.DataFolder) is { } trouble)
    {
        throw trouble;
    }
}
catch (HostStartException refused)
{
    Console.Error.WriteLine(refused.Message);
    return refused.ExitCode;
}
