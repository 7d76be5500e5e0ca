using Microsoft.AspNetCore.Routing.Patterns;
using NtmServerless.LocalHost.Functions;

namespace NtmServerless.LocalHost.Http;

/// <summary>What the official host would refuse, stall on or never reach: told at start-up instead.</summary>
internal static class RouteRefusals
{
    /// <summary>Reads the routes in the order in which they are matched; what is wrong goes to <paramref name="refusals"/>.</summary>
    public static IReadOnlyList<HttpRoute> Read(IEnumerable<FunctionEntry> httpFunctions, string prefix, ICollection<string> refusals)
    {
        List<HttpRoute> routes = [];
        foreach (FunctionEntry function in httpFunctions)
        {
            string own = HttpRoute.OwnTemplate(function);
            if (function.Route is "")
            {
                refusals.Add($"Function {function.Name}: Route \"\" is the function's name to the host and nothing to the worker; leave it out.");
            }
            else if (own.StartsWith('/'))
            {
                refusals.Add($"Function {function.Name}: Route \"{own}\" begins with '/'; the official host stalls on it. "
                    + "For the page at / use {empty:maxlength(0)?}.");
            }
            else if (own.StartsWith("admin", StringComparison.OrdinalIgnoreCase))
            {
                refusals.Add($"Function {function.Name}: Route \"{own}\" begins with admin, which belongs to the host.");
            }
            else
            {
                Add(function, prefix, routes, refusals);
            }
        }

        return routes;
    }

    private static void Add(FunctionEntry function, string prefix, List<HttpRoute> routes, ICollection<string> refusals)
    {
        try
        {
            HttpRoute route = HttpRoute.Of(function, prefix);
            if (routes.FirstOrDefault(earlier => earlier.AnswersEveryMethodOf(route) && Covers(earlier.Pattern, route.Pattern)) is { } shadow)
            {
                refusals.Add($"Function {function.Name} ({route.Template}) is never reached: {shadow.Function.Name} ({shadow.Template}) "
                    + "comes earlier in the alphabet and matches everything that it matches.");
            }

            routes.Add(route);
        }
        catch (RoutePatternException wrong)
        {
            refusals.Add($"Function {function.Name}: {wrong.Message}");
        }
    }

    private static bool Covers(RoutePattern earlier, RoutePattern later)
    {
        for (int i = 0; i < earlier.PathSegments.Count; i++)
        {
            RoutePatternPathSegment mine = earlier.PathSegments[i];
            if (IsFree(mine, out RoutePatternParameterPart? parameter) && parameter.IsCatchAll)
                return true;
            if (i >= later.PathSegments.Count)
                return parameter is { IsOptional: true };
            if (!Covers(mine, parameter, later.PathSegments[i]))
                return false;
        }

        return earlier.PathSegments.Count == later.PathSegments.Count;
    }

    private static bool Covers(RoutePatternPathSegment mine, RoutePatternParameterPart? free, RoutePatternPathSegment theirs)
    {
        if (string.Equals(Shape(mine), Shape(theirs), StringComparison.OrdinalIgnoreCase))
            return true;
        bool mayBeMissing = theirs.Parts is [RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { IsCatchAll: true }];
        return free is not null && (!mayBeMissing || (free.IsOptional && !((RoutePatternParameterPart)theirs.Parts[0]).IsCatchAll));
    }

    private static bool IsFree(
        RoutePatternPathSegment segment, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RoutePatternParameterPart? parameter)
    {
        parameter = segment.Parts is [RoutePatternParameterPart { ParameterPolicies.Count: 0 } only] ? only : null;
        return parameter is not null;
    }

    // Names of parameters do not matter to matching; literals, constraints and optionality do.
    private static string Shape(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart p => $"{{{p.ParameterKind}:{string.Join(':', p.ParameterPolicies.Select(c => c.Content))}}}",
        _ => "",
    }));
}
