using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Startup;

/// <summary>What host and app find in their configuration, and what wins over what.</summary>
internal static class AppConfiguration
{
    /// <summary>local.settings.json of the app's folder lies under the environment variables, the command line over them.</summary>
    public static void Layer(ConfigurationManager configuration, LaunchOptions options, string appFolder)
    {
        IList<IConfigurationSource> sources = ((IConfigurationBuilder)configuration).Sources;
        int environment = sources.ToList().FindLastIndex(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        sources.Insert(Math.Max(environment, 0), new MemoryConfigurationSource { InitialData = LocalSettings.Read(appFolder) });
        configuration.AddInMemoryCollection(options.Settings);
        if (options.Plan is not null)
            configuration.AddInMemoryCollection([KeyValuePair.Create("plan", (string?)options.Plan)]);
    }

    /// <summary>The app's settings as its environment: what it does not inherit from this process, and what only the host knows.</summary>
    /// <param name="hosts">Names under which the office's network reaches this host.</param>
    /// <param name="clockKey">For the app of a folder whose clock may be moved.</param>
    public static Dictionary<string, string?> ForApp(
        IConfiguration configuration, LaunchOptions options, string appFolder, string storage, DataFolder data, IReadOnlyList<string> hosts,
        ClockKey clockKey)
    {
        Dictionary<string, string?> settings = [];
        foreach (string name in LocalSettings.Read(appFolder).Keys.Concat(options.Settings.Keys).Append("plan"))
        {
            if (configuration[name] is { } value)
                settings[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        settings["AzureWebJobsStorage"] = storage;
        settings["practice"] = data.Clock.Mode == ClockMode.Real ? "false" : "true";
        settings["BusinessClockFile"] = data.Clock.Mode == ClockMode.Real ? null : data.SharedClockPath;
        settings[ClockKey.Setting] = data.Clock.Mode == ClockMode.Real ? null : clockKey.Value;
        settings["StorageRequestsFile"] = data.StorageRequestsPath;
        settings["ASPNETCORE_TEMP"] = data.TemporaryPath;
        settings["ConsoleIsPrivate"] = "true";
        settings["KeyProtectionSecret"] = configuration["KeyProtectionSecret"] is { Length: > 0 } own ? own : FolderSecrets.ProtectionSecret(data.Path);
        settings["ListeningHosts"] = string.Join(',', hosts);
        // Whoever starts the app on a PC sees it when it is open; the official host would not wait for it.
        settings["OpenBeforeAnswering"] = configuration["OpenBeforeAnswering"] ?? "true";
        return settings;
    }
}
