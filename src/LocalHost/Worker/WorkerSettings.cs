using System.Globalization;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Worker;

/// <summary>
/// The environment of the app's process: its settings, and what the official worker wants to know. The worker's id goes this way
/// and not by the command line, which everybody on the PC can read.
/// </summary>
/// <param name="App">The app's folder.</param>
/// <param name="Own">The app's settings, names with <c>__</c> for a section.</param>
internal sealed record WorkerSettings(AppFolder App, IReadOnlyDictionary<string, string?> Own)
{
    /// <summary>What holds unless this process was told otherwise.</summary>
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        // What the app logs about itself; what the frameworks say of each request would be sent here line by line.
        ["Logging__LogLevel__Default"] = "Warning",
        ["Logging__LogLevel__NtmServerless"] = "Information",
        // As this program itself is set (LocalHost.csproj): a third less memory on one PC.
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_GCGen0MaxBudget"] = "0x1000000",
    };

    public Dictionary<string, string?> For(Uri rpcAddress, Uri address, string workerId)
    {
        Dictionary<string, string?> all = new(Defaults.Where(setting => Environment.GetEnvironmentVariable(setting.Key) is null));
        foreach ((string name, string? value) in Own)
            all[name] = value;
        all["WEBSITE_HOSTNAME"] = address.Authority;
        all["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        all["FUNCTIONS_APPLICATION_DIRECTORY"] = App.Path;
        all["Functions__Worker__HostEndpoint"] = rpcAddress.ToString();
        all["Functions__Worker__WorkerId"] = workerId;
        all["Functions__Worker__RequestId"] = workerId;
        all["Functions__Worker__GrpcMaxMessageLength"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        return all;
    }
}
