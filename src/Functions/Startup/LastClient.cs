using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Startup;

/// <summary>
/// The durable client for work that no invocation does. The platform gives one with an invocation only, but it goes on working after it:
/// it holds the host's address, not the invocation. Whoever changed a record has brought one.
/// </summary>
public sealed class LastClient : IFunctionsWorkerMiddleware
{
    // A host that starts anew beside the same worker may answer at another port.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private long _at;

    /// <summary>Null until an invocation brought one.</summary>
    public DurableTaskClient? Value { get; private set; }

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if ((Value is null || Stopwatch.GetElapsedTime(_at) > Fresh)
            && context.Has(Bindings.DurableClient)
            && context.Features.Get<IFunctionInputBindingFeature>() is { } input)
        {
            // What the function is about to get: it is bound once.
            Value = (await input.BindFunctionInputAsync(context)).Values.OfType<DurableTaskClient>().FirstOrDefault() ?? Value;
            _at = Stopwatch.GetTimestamp();
        }

        await next(context);
    }
}
