using Microsoft.AspNetCore.WebUtilities;

namespace NtmServerless.Pages.PeriodicReports;

/// <summary>Addresses of the rows behind the figures of one report.</summary>
/// <param name="Path">Of the page with all rows of the report.</param>
public sealed record ReportDetailPaths(string Path)
{
    /// <summary>Names of the fields in the address: which table, and what its rows must be about.</summary>
    public const string OfTable = "bang", OfStream = "noi-dung", OfHost = "xa", OfOwn = "tu-mo", OfQuarter = "quy", OfUnit = "don-vi", OfChannel = "kenh";

    /// <summary>A part of the figures and the thing in it, such as an audience, whose number is shown as a column of its own.</summary>
    public const string OfPart = "phan", OfKey = "muc";

    public const string Classes = "lop", Communication = "truyen-thong", Tours = "tham-quan";

    public string Of(string? table, params IReadOnlyList<(string Name, string Value)> about) => QueryHelpers.AddQueryString(
        Path, about.Select(a => KeyValuePair.Create(a.Name, (string?)a.Value)).Append(KeyValuePair.Create(OfTable, table)).Where(a => a.Value is not null));

    /// <summary>The rows whose numbers of one thing add up to a figure: of an audience, a commune, a sex, a funding source.</summary>
    public string OfThing(FigurePart part, string key) => Of(part == FigurePart.Spent ? null : Classes, (OfPart, part.ToString()), (OfKey, key));
}
