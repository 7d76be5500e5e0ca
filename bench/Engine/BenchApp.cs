using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.Bench.Engine;

/// <summary>The orchestrators that are measured; their activities do nothing, so that what is measured is the engine.</summary>
internal sealed class BenchApp : IFunctionInvoker
{
    /// <summary>Five sequential activities and one external event: the work that the original was measured with.</summary>
    public const string Five = "five";

    /// <summary>Counts events named <c>tick</c> until as many came as its input says.</summary>
    public const string Counts = "counts";

    /// <summary>Waits for <c>go</c> and ends.</summary>
    public const string Waits = "waits";

    private const string Step = "step";

    public bool HasOrchestrator(string name) => true;

    public bool HasActivity(string name) => name == Step;

    public Task<string?> RunActivityAsync(string name, string instanceId, string? inputJson, CancellationToken cancellation) =>
        Task.FromResult<string?>((int.Parse(inputJson!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));

    public async Task<string?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) =>
        JsonSerializer.Serialize(await (name switch
        {
            Five => FiveAsync(context),
            Counts => CountsAsync(context),
            _ => context.WaitForExternalEvent<int>("go"),
        }));

    private static async Task<int> FiveAsync(TaskOrchestrationContext context)
    {
        int number = 0;
        for (int step = 0; step < 5; step++)
            number = await context.CallActivityAsync<int>(Step, number);
        return number + await context.WaitForExternalEvent<int>("go");
    }

    private static async Task<int> CountsAsync(TaskOrchestrationContext context)
    {
        int sum = 0;
        for (int count = context.GetInput<int>(); count > 0; count--)
            sum += await context.WaitForExternalEvent<int>("tick");
        return sum;
    }
}
