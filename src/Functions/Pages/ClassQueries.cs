using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using NtmServerless.Domain.Classes;
using NtmServerless.Pages.Classes;
using NtmServerless.Pages.Forms;

namespace NtmServerless.Functions.Pages;

/// <summary>What the address of a list says: its filters and its page. What it does not understand, it leaves out.</summary>
internal static class ClassQueries
{
    private const int MostPages = 10_000;
    private const int LongestText = 100;

    public static ClassFilter FilterOf(HttpRequest request) => new(
        StageGroups.Of(TextOf(request, ClassFilter.OfStage)),
        TextOf(request, ClassFilter.OfStream),
        TextOf(request, ClassFilter.OfLead),
        TextOf(request, ClassFilter.OfHost),
        int.TryParse(TextOf(request, ClassFilter.OfQuarter), CultureInfo.InvariantCulture, out int quarter) ? quarter : null,
        TextOf(request, ClassFilter.OfText),
        TextOf(request, ClassFilter.OfMine) is not null);

    /// <summary>The filters as a form shows them.</summary>
    public static FormState Shown(HttpRequest request) =>
        FormState.With([.. request.Query.Where(q => q.Value is [{ Length: > 0 and <= LongestText }]).Select(q => (q.Key, q.Value[0]))]);

    public static int PageOf(HttpRequest request) =>
        int.TryParse(request.Query["trang"], CultureInfo.InvariantCulture, out int page) ? Math.Clamp(page, 1, MostPages) : 1;

    /// <summary>The query again, without some of its parameters; begins with a question mark unless it is empty.</summary>
    public static string Without(HttpRequest request, params ReadOnlySpan<string> names)
    {
        QueryBuilder kept = [];
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query)
        {
            if (names.Contains(name)) continue;
            foreach (string? value in values.Take(1))
                if (value is { Length: > 0 and <= LongestText }) kept.Add(name, value);
        }

        return kept.ToString();
    }

    public static string? TextOf(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 and <= LongestText } value] ? value : null;

    public static T? EnumOf<T>(HttpRequest request, string name)
        where T : struct, Enum =>
        Enum.TryParse(TextOf(request, name), ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;
}
