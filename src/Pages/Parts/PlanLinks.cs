using Microsoft.AspNetCore.WebUtilities;

namespace NtmServerless.Pages.Parts;

/// <summary>Keeps the plan that an address named in the addresses that a page leads to.</summary>
public static class PlanLinks
{
    /// <summary>Query parameter with a plan's id.</summary>
    public const string Parameter = "ke-hoach";

    /// <summary>The plan that the page's address names; null: it is the current one.</summary>
    public static PlanId? Named(this Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        int query = frame.Path.IndexOf('?', StringComparison.Ordinal);
        return query >= 0 && QueryHelpers.ParseQuery(frame.Path[query..]).TryGetValue(Parameter, out Microsoft.Extensions.Primitives.StringValues id) && id is [{ Length: > 0 } one]
            ? new PlanId(one)
            : null;
    }

    /// <summary>A path of ours, in the plan of this page.</summary>
    public static string Keep(this Frame frame, string path) => Keep(path, frame.Named());

    /// <summary>A path of ours, in a plan.</summary>
    public static string Keep(string path, PlanId? planId) => planId is { } id ? QueryHelpers.AddQueryString(path, Parameter, id) : path;
}
