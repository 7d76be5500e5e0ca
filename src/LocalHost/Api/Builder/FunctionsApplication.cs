using System.Reflection;
using NtmServerless.LocalHost.Startup;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a function app begins.</summary>
public class FunctionsApplication
{
    public FunctionsApplication()
    {
    }

    /// <summary>
    /// Opens the data folder and its storage and gives the builder of the app. A mistake of the administrator (unknown
    /// option, folder in use, port taken) is told on the console and ends the process.
    /// </summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        try
        {
            LaunchOptions options = LaunchOptions.Parse(args, Directory.GetCurrentDirectory());
            return CreateBuilder(options with { OnConsole = true }, Assembly.GetEntryAssembly()!.GetTypes());
        }
        catch (HostStartException refused)
        {
            refused.EndProcess();
            throw;
        }
    }

    /// <summary>The same with the types given that hold the functions; failures are thrown.</summary>
    internal static FunctionsApplicationBuilder CreateBuilder(LaunchOptions options, IReadOnlyList<Type> functions) => new(options, functions);
}
