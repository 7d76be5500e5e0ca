using Microsoft.Azure.Functions.Worker.Middleware;
using NtmServerless.LocalHost.Storage;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>
/// The app's middleware around its functions; the first added is the outermost. None begins while it is not certain that the
/// storage is this host's: what a function does cannot be called back.
/// </summary>
internal sealed class FunctionPipeline(
    IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, Ownership ownership)
{
    /// <summary>Whoever asks by HTTP is answered in the end.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly FunctionExecutionDelegate _run = middleware.Reverse().Aggregate(
        (FunctionExecutionDelegate)(context => CallFunctionAsync((LocalFunctionContext)context)),
        (next, step) => step(next));

    /// <summary>Runs one invocation; its result is in the context's slot. No thread is changed on the way.</summary>
    public Task RunAsync(LocalFunctionContext context) =>
        // An orchestrator only decides; its thread and its awaits are its own.
        ownership.IsCertain || context.Function.Kind == TriggerKind.Orchestration ? _run(context) : RunLaterAsync(context);

    private async Task RunLaterAsync(LocalFunctionContext context)
    {
        Task certain = ownership.WhenCertainAsync(context.CancellationToken);
        await (context.Function.Kind == TriggerKind.Http ? certain.WaitAsync(_patience) : certain);
        await _run(context);
    }

    private static async Task CallFunctionAsync(LocalFunctionContext context)
    {
        context.Result.Value = await context.Function.Call.InvokeAsync(context);
    }
}
