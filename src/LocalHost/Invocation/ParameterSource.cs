using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.LocalHost.Http;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>Says where each parameter of a function comes from.</summary>
internal static class ParameterSource
{
    private const string DurableClient = "DurableClientAttribute";

    public static bool CanSupply(FunctionEntry function, ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (parameter == function.TriggerParameter)
        {
            return function.Kind switch
            {
                TriggerKind.Http => type == typeof(HttpRequest),
                TriggerKind.Timer => type == typeof(TimerInfo),
                TriggerKind.Orchestration => type == typeof(TaskOrchestrationContext),
                _ => true,
            };
        }

        return type == typeof(FunctionContext)
            || type == typeof(CancellationToken)
            || IsDurableClient(parameter)
            || (IsRouteType(type) && BindingNames(function).Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase));
    }

    /// <exception cref="FormatException">A route value cannot be read as the parameter's type.</exception>
    public static object? Supply(LocalFunctionContext context, ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (parameter == context.Function.TriggerParameter)
            return context.Trigger;
        if (type == typeof(FunctionContext))
            return context;
        if (type == typeof(CancellationToken))
            return context.CancellationToken;
        if (IsDurableClient(parameter))
            return context.InstanceServices.GetRequiredService(type);
        return context.BindingContext.BindingData.TryGetValue(parameter.Name!, out object? value) && value is not null
            ? Convert(value, Nullable.GetUnderlyingType(type) ?? type)
            : Missing(parameter);
    }

    private static object? Missing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    private static object Convert(object value, Type type)
    {
        string text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (type == typeof(int))
            return int.Parse(text, CultureInfo.InvariantCulture);
        return type == typeof(Guid) ? Guid.Parse(text) : text;
    }

    private static IEnumerable<string> BindingNames(FunctionEntry function) => function.Kind switch
    {
        TriggerKind.Http => HttpRoute.ParameterNames(function),
        TriggerKind.Activity or TriggerKind.Orchestration => ["instanceId"],
        _ => [],
    };

    private static bool IsRouteType(Type type) =>
        type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type) is { } plain && (plain == typeof(int) || plain == typeof(Guid));

    private static bool IsDurableClient(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name == DurableClient);
}
