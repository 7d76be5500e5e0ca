using Microsoft.Extensions.Hosting;
using NtmServerless.LocalHost.Startup;

try
{
    await using LocalHostApp host = await Launch.BuildAsync(LaunchOptions.Parse(args, Directory.GetCurrentDirectory()) with { OnConsole = true });
    await host.RunAsync();
    return 0;
}
catch (HostStartException refused)
{
    Console.Error.WriteLine(refused.Message);
    return refused.ExitCode;
}
