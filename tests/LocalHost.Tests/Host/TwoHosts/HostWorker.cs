using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Startup;

namespace NtmServerless.LocalHost.Tests.Host.TwoHosts;

/// <summary>A whole host as a process, started as the app's command line starts it, whose instances take a step every two seconds.</summary>
internal static class HostWorker
{
    public static async Task RunAsync(HostPlan plan)
    {
        LaunchOptions options = new()
        {
            DataFolder = plan.Folder,
            Port = 0,
            OnConsole = true,
            StorageSuffix = plan.Suffix,
            // An own plan means the real clock, which is the same for both.
            Settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = plan.Connection, ["plan"] = "own" },
        };
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(options, [typeof(Walk)]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders().AddConsole();
        builder.Services.AddSingleton(plan);
        builder.Services.AddSingleton(new DurableNames("Walks" + plan.Suffix, "walks" + plan.Suffix));
        IHost host = builder.Build();
        await host.StartAsync();
        DurableTaskClient client = host.Services.GetRequiredService<DurableTaskClient>();
        for (int i = 0; i < plan.Starts; i++)
            await client.ScheduleNewOrchestrationInstanceAsync("Walk", null, new StartOrchestrationOptions($"walk-{i}"));
        await host.WaitForShutdownAsync();
    }

    internal static class Walk
    {
        private static readonly Lock _gate = new();

        [Function("Walk")]
        public static async Task WalkAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (int step = 1; ; step++)
            {
                await context.CallActivityAsync("Step", step);
                await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
            }
        }

        [Function("Step")]
        public static async Task StepAsync([ActivityTrigger] int step, string instanceId, FunctionContext context)
        {
            HostPlan plan = context.InstanceServices.GetRequiredService<HostPlan>();
            Note(plan, "begun", instanceId, step);
            TableClient effects = new(plan.Connection, plan.Effects);
            await effects.UpsertEntityAsync(new TableEntity(instanceId, $"{step:D6} {plan.Name}"));
            Note(plan, "ended", instanceId, step);
        }

        private static void Note(HostPlan plan, string what, string instance, int step)
        {
            lock (_gate)
                File.AppendAllText(plan.Notes, string.Create(CultureInfo.InvariantCulture, $"{what} {instance} {step}\n"));
        }
    }
}
