using System.Globalization;

namespace NtmServerless.Pages.Charts;

/// <summary>Text and numbers as a drawing needs them.</summary>
internal static class ChartText
{
    /// <summary>Letters a line that fit on a phone at the size of the labels.</summary>
    private const int LineLength = 40;

    /// <summary>A drawing does not break lines by itself.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LineLength) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }

    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
