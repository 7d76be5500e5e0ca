using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>
/// Calls a function's method and awaits what it returns. Continuations stay on the caller's synchronization context,
/// on which an orchestrator depends.
/// </summary>
internal sealed class MethodCall
{
    private readonly MethodInfo _method;
    private readonly ObjectFactory? _create;
    private readonly PropertyInfo? _taskResult;
    private readonly MethodInfo? _asTask;

    public MethodCall(MethodInfo method)
    {
        _method = method;
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        Type returned = method.ReturnType;
        if (!returned.IsGenericType)
            return;
        Type shape = returned.GetGenericTypeDefinition();
        if (shape == typeof(ValueTask<>))
            _asTask = returned.GetMethod(nameof(ValueTask<>.AsTask))!;
        if (shape == typeof(ValueTask<>) || shape == typeof(Task<>))
            _taskResult = typeof(Task<>).MakeGenericType(returned.GetGenericArguments()).GetProperty(nameof(Task<>.Result))!;
    }

    /// <summary>Runs the method with its parameters filled; its own exception comes out unwrapped.</summary>
    public async Task<object?> InvokeAsync(LocalFunctionContext context)
    {
        object? target = _create?.Invoke(context.InstanceServices, null);
        object?[] arguments = Array.ConvertAll(_method.GetParameters(), p => ParameterSource.Supply(context, p));
        object? returned = _method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (_asTask is not null)
            returned = _asTask.Invoke(returned, null);
        switch (returned)
        {
            case Task task:
                await task;
                return _taskResult?.GetValue(task);
            case ValueTask task:
                await task;
                return null;
            default:
                return returned;
        }
    }
}
