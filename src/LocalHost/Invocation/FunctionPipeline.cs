using Microsoft.Azure.Functions.Worker.Middleware;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>The app's middleware around its functions; the first added is the outermost.</summary>
internal sealed class FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _run = middleware.Reverse().Aggregate(
        (FunctionExecutionDelegate)(context => CallFunctionAsync((LocalFunctionContext)context)),
        (next, step) => step(next));

    /// <summary>Runs one invocation; its result is in the context's slot. No thread is changed on the way.</summary>
    public Task RunAsync(LocalFunctionContext context) => _run(context);

    private static async Task CallFunctionAsync(LocalFunctionContext context)
    {
        context.Result.Value = await context.Function.Call.InvokeAsync(context);
    }
}
