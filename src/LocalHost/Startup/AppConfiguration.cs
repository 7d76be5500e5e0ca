using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Startup;

/// <summary>What the app finds in its configuration, and what wins over what.</summary>
internal static class AppConfiguration
{
    /// <summary>local.settings.json lies under the environment variables, the command line over them.</summary>
    public static void Layer(ConfigurationManager configuration, LaunchOptions options, string folder)
    {
        IList<IConfigurationSource> sources = ((IConfigurationBuilder)configuration).Sources;
        int environment = sources.ToList().FindLastIndex(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        sources.Insert(Math.Max(environment, 0), new MemoryConfigurationSource { InitialData = LocalSettings.Read(folder) });
        configuration.AddInMemoryCollection(options.Settings);
        if (options.Plan is not null)
            configuration.AddInMemoryCollection([KeyValuePair.Create("plan", (string?)options.Plan)]);
    }

    /// <summary>Adds what is known once the data folder is open.</summary>
    public static void Complete(ConfigurationManager configuration, string storage, ClockMode clock)
    {
        configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("AzureWebJobsStorage", (string?)storage),
            KeyValuePair.Create("practice", (string?)(clock == ClockMode.Real ? "false" : "true")),
        ]);
    }
}
