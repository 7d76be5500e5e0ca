using Microsoft.DurableTask;
using NtmServerless.LocalHost.Tests.Durable.Support;

namespace NtmServerless.Bench.Engine;

/// <summary>The orchestrators that are measured; their activities do nothing, so that what is measured is the engine.</summary>
internal static class BenchApp
{
    /// <summary>Five sequential activities and one external event: the work that the original was measured with.</summary>
    public const string Five = "five";

    /// <summary>Counts events named <c>tick</c> until as many came as its input says.</summary>
    public const string Counts = "counts";

    /// <summary>Waits for <c>go</c> and ends.</summary>
    public const string Waits = "waits";

    private const string Step = "step";

    /// <summary>They run in this process, by the official worker's own replay.</summary>
    public static TestApp Create()
    {
        TestApp app = new();
        app.Activity<int>(Step, number => number + 1);
        app.Orchestrator(Five, FiveAsync);
        app.Orchestrator<int>(Counts, CountsAsync);
        app.Orchestrator(Waits, async context => await context.WaitForExternalEvent<int>("go"));
        return app;
    }

    private static async Task<object?> FiveAsync(TaskOrchestrationContext context)
    {
        int number = 0;
        for (int step = 0; step < 5; step++)
            number = await context.CallActivityAsync<int>(Step, number);
        return number + await context.WaitForExternalEvent<int>("go");
    }

    private static async Task<object?> CountsAsync(TaskOrchestrationContext context)
    {
        int sum = 0;
        for (int count = context.GetInput<int>(); count > 0; count--)
            sum += await context.WaitForExternalEvent<int>("tick");
        return sum;
    }
}
