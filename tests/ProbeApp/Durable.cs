using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace NtmServerless.ProbeApp;

/// <summary>A durable client that tests reach by HTTP, orchestrators, and the activities that they call.</summary>
public sealed class Durable(Probe probe)
{
    public sealed record Sum(int Left, int Right);

    [Function("start")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "start/{name}/{id}")] HttpRequest request, string name, string id, [DurableClient] DurableTaskClient client) =>
        Results.Text(await client.ScheduleNewOrchestrationInstanceAsync(name, await BodyAsync(request), new StartOrchestrationOptions(id)));

    [Function("raise")]
    public static async Task RaiseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "raise/{id}/{name}")] HttpRequest request, string id, string name, [DurableClient] DurableTaskClient client) =>
        await client.RaiseEventAsync(id, name, await BodyAsync(request));

    /// <summary>Status and output once the instance has ended.</summary>
    [Function("end")]
    public static async Task<IResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "end/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
    {
        OrchestrationMetadata end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        return Results.Text($"{end.RuntimeStatus} {end.SerializedOutput ?? end.FailureDetails?.ErrorMessage}");
    }

    /// <summary>Five sequential activities and one external event: the work that the original was measured with.</summary>
    [Function("five")]
    public static async Task<int> FiveAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        int number = 0;
        for (int step = 0; step < 5; step++)
            number = await context.CallActivityAsync<int>("step", number);
        return number + await context.WaitForExternalEvent<int>("go");
    }

    /// <summary>Counts events named <c>tick</c> until as many came as its input says.</summary>
    [Function("counts")]
    public static async Task<int> CountsAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        int sum = 0;
        for (int count = context.GetInput<int>(); count > 0; count--)
            sum += await context.WaitForExternalEvent<int>("tick");
        return sum;
    }

    /// <summary>Waits for <c>go</c> and ends.</summary>
    [Function("waits")]
    public static Task<int> WaitsAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<int>("go");

    /// <summary>Waits for <c>go</c> or for three days.</summary>
    [Function("days")]
    public static async Task<string> DaysAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using CancellationTokenSource stop = new();
        Task timer = context.CreateTimer(TimeSpan.FromDays(3), stop.Token);
        Task go = context.WaitForExternalEvent<object?>("go", stop.Token);
        bool isGone = await Task.WhenAny(timer, go) == go;
        // An instance has not ended while a timer of it is pending. Not CancelAsync: a replay cannot follow it.
#pragma warning disable CA1849
        stop.Cancel();
#pragma warning restore CA1849
        return isGone ? "gone" : "late";
    }

    /// <summary>Calls an activity that ends when the gate opens that the input names.</summary>
    [Function("gated")]
    public static Task<string> GatedAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>("passes", context.GetInput<string>());

    /// <summary>Takes a step every two seconds for ever.</summary>
    [Function("walk")]
    public static async Task WalkAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        for (int step = 1; ; step++)
        {
            await context.CallActivityAsync("pace", step);
            await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
        }
    }

    [Function("step")]
    public static int Step([ActivityTrigger] int number) => number + 1;

    [Function("add")]
    public static int Add([ActivityTrigger] Sum sum) => sum.Left + sum.Right;

    [Function("shout")]
    public static string Shout([ActivityTrigger] string text, string instanceId) => $"{text}! {instanceId}";

    [Function("silent")]
    public static Task SilentAsync([ActivityTrigger] object? input) => Task.CompletedTask;

    [Function("fail")]
    public static void Fail([ActivityTrigger] object? input) => throw new FormatException("expected by the test");

    [Function("passes")]
    public async Task<string> PassesAsync([ActivityTrigger] string gate)
    {
        probe.Note($"passes {gate}");
        await probe.WaitAsync(gate);
        return "passed";
    }

    [Function("pace")]
    public void Pace([ActivityTrigger] int step, string instanceId)
    {
        probe.Note($"begun {instanceId} {step}");
        probe.Note($"ended {instanceId} {step}");
    }

    private static async Task<JsonElement?> BodyAsync(HttpRequest request) =>
        request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(request.Body) : null;
}
