using Microsoft.AspNetCore.Routing.Patterns;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Http;

/// <summary>Where one HTTP function answers.</summary>
internal sealed record HttpRoute(FunctionEntry Function, string Template, RoutePattern Pattern, IReadOnlyList<string> Methods)
{
    /// <exception cref="RoutePatternException">The template is not a route.</exception>
    public static HttpRoute Of(FunctionEntry function, string prefix)
    {
        string template = string.IsNullOrEmpty(prefix) ? OwnTemplate(function) : $"{prefix.Trim('/')}/{OwnTemplate(function)}";
        return new HttpRoute(function, template, RoutePatternFactory.Parse(template), function.Methods);
    }

    /// <summary>The template as the app wrote it; the function's name where it wrote none.</summary>
    public static string OwnTemplate(FunctionEntry function) => function.Route is { Length: > 0 } route ? route : function.Name;

    public bool AnswersEveryMethodOf(HttpRoute other) =>
        Methods.Count == 0 || (other.Methods.Count > 0 && other.Methods.All(m => Methods.Contains(m)));
}
