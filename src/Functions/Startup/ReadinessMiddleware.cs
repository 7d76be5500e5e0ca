using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace NtmServerless.Functions.Startup;

/// <summary>Nothing is done before the app is open: requests are answered "not yet", activities and timers wait.</summary>
public sealed class ReadinessMiddleware(Readiness readiness) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // An orchestrator touches no record, and must not wait for anything of ours.
        if (!readiness.IsOpen && !context.Has(Bindings.Orchestration))
        {
            if (context.GetHttpContext() is null) await readiness.OpenedAsync(context.CancellationToken);
            // The page that asks for patience has its style and its emblem.
            else if (context.FunctionDefinition.Name != nameof(StaticFiles.GetStaticFile)) throw new NotOpenYetException();
        }

        await next(context);
    }
}
