using System.Globalization;

namespace NtmServerless.Texts;

/// <summary>Vietnamese lists of people stand in order of the given name, the last word; then of the rest (vi-VN).</summary>
public sealed class GivenNameOrder : IComparer<string>
{
    public static readonly GivenNameOrder Instance = new();

    private static readonly CompareInfo Compares = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    public int Compare(string? x, string? y)
    {
        int byGiven = Compares.Compare(Given(x), Given(y), CompareOptions.IgnoreCase);
        return byGiven != 0 ? byGiven : Compares.Compare(x, y, CompareOptions.IgnoreCase);
    }

    private static string? Given(string? name) => name?.TrimEnd()[(name.TrimEnd().LastIndexOf(' ') + 1)..];
}
