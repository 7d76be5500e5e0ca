using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Pages.Forms;

/// <summary>Lines of a list within a form. A line that was left empty is not sent on, so the others move up.</summary>
public static partial class FormRows
{
    /// <summary>The form with the filled lines of a list numbered from 0, as what is wrong with them is numbered.</summary>
    public static FormState Closed(this FormState form, string list)
    {
        int[] filled = [.. form.Values.Where(v => v.Value.Any(text => !string.IsNullOrWhiteSpace(text)))
            .Select(v => LineOf(v.Key, list)).OfType<int>().Distinct().Order()];
        Dictionary<string, string[]> values = new(StringComparer.Ordinal);
        foreach ((string name, string[] typed) in form.Values)
        {
            if (LineOf(name, list) is not { } line) values[name] = typed;
            else if (Array.IndexOf(filled, line) is >= 0 and int place) values[$"{list}[{place}]{name[(name.IndexOf(']', StringComparison.Ordinal) + 1)..]}"] = typed;
        }

        return form with { Values = values };
    }

    /// <summary>How many lines of a list a form has.</summary>
    public static int Count(this FormState form, string list) => form.Values.Keys.Select(k => LineOf(k, list)).OfType<int>().DefaultIfEmpty(-1).Max() + 1;

    private static int? LineOf(string name, string list) =>
        Line().Match(name) is { Success: true } match && match.Groups[1].Value == list && int.TryParse(match.Groups[2].Value, CultureInfo.InvariantCulture, out int line)
            ? line : null;

    [GeneratedRegex(@"^(\w+)\[(\d{1,4})\]")]
    private static partial Regex Line();
}
