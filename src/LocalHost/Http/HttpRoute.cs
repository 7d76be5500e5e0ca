using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using NtmServerless.LocalHost.Invocation;

namespace NtmServerless.LocalHost.Http;

/// <summary>Where one HTTP function answers.</summary>
internal sealed record HttpRoute(FunctionEntry Function, string Template, RoutePattern Pattern, IReadOnlyList<string>? Methods)
{
    /// <exception cref="RoutePatternException">The template is not a route.</exception>
    public static HttpRoute Of(FunctionEntry function, string prefix)
    {
        string template = string.IsNullOrEmpty(prefix) ? OwnTemplate(function) : $"{prefix.Trim('/')}/{OwnTemplate(function)}";
        string[]? methods = ((HttpTriggerAttribute)function.Trigger).Methods;
        return new HttpRoute(
            function,
            template,
            RoutePatternFactory.Parse(template),
            methods is { Length: > 0 } ? Array.ConvertAll(methods, m => m.ToUpperInvariant()) : null);
    }

    /// <summary>The names in the function's template; none when it cannot be read (which is refused elsewhere).</summary>
    public static IEnumerable<string> ParameterNames(FunctionEntry function)
    {
        try
        {
            return RoutePatternFactory.Parse(OwnTemplate(function)).Parameters.Select(p => p.Name);
        }
        catch (RoutePatternException)
        {
            return [];
        }
    }

    /// <summary>The template as the app wrote it; the function's name where it wrote none.</summary>
    public static string OwnTemplate(FunctionEntry function) =>
        ((HttpTriggerAttribute)function.Trigger).Route is { Length: > 0 } route ? route : function.Name;

    public bool AnswersEveryMethodOf(HttpRoute other) =>
        Methods is null || (other.Methods is not null && other.Methods.All(m => Methods.Contains(m)));
}
