using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace NtmServerless.Functions.Hosting;

/// <summary>What the query of a list asks for. A value that does not read asks for nothing.</summary>
public static class ListAsk
{
    /// <summary>Name of the parameter with the page that is asked for.</summary>
    public const string PageParameter = "trang";

    private const int LongestText = 100;

    public static string? Text(this HttpRequest request, string name) =>
        request.Query[name] is [{ } text] && text.Trim() is { Length: > 0 and <= LongestText } asked ? asked : null;

    public static T? Choice<T>(this HttpRequest request, string name)
        where T : struct, Enum =>
        Enum.TryParse(request.Text(name), ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;

    public static DateOnly? Day(this HttpRequest request, string name) =>
        WireTimes.Day.Read(request.Text(name));

    public static int? Number(this HttpRequest request, string name) =>
        int.TryParse(request.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>The page of a list that the query asks for.</summary>
    /// <param name="path">Address of the list, where it is not the request's own.</param>
    public static Slice<T> SliceOf<T>(this HttpRequest request, IReadOnlyCollection<T> all, string? path = null) =>
        Slice.Of(all, request.Number(PageParameter) ?? 1, (path ?? request.Path) + request.Filters());

    /// <summary>The query without its page: what a list is filtered by. Begins with a question mark unless it is empty.</summary>
    public static string Filters(this HttpRequest request) => QueryWithout(request, [PageParameter]);

    /// <summary>The query as the fields of a filter form show it.</summary>
    public static FormState Typed(this HttpRequest request) => FormState.With([.. request.Query.Keys.Select(name => (name, request.Text(name)))]);

    /// <summary>Path and query without some of its parameters.</summary>
    public static string PathWithout(this HttpRequest request, params string[] names) => request.Path + QueryWithout(request, names);

    /// <summary>A path of ours, in the plan that the request named.</summary>
    public static string Keep(this HttpRequest request, string path) =>
        PlanLinks.Keep(path, request.Text(PlanLinks.Parameter) is { } id ? new PlanId(id) : null);

    /// <summary>A list as a file, under an ASCII name.</summary>
    public static IResult File(string name, string sheet, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        Results.File(TableFile.Write(sheet, columns, rows), TableFile.MediaType, name + ".xlsx");

    private static string QueryWithout(HttpRequest request, string[] names)
    {
        QueryBuilder query = [];
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query)
            if (!names.Contains(name) && name != PageFrames.DoneParameter) query.Add(name, values.OfType<string>());
        return query.ToString();
    }
}
