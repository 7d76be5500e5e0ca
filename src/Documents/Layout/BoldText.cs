using System.Text;

namespace NtmServerless.Documents.Layout;

/// <summary>
/// How long a line of Times New Roman Bold is, so that a rule below it can be as long as the decree says. Widths are those
/// of the typeface in thousandths of its size; marks above and below a letter take no room, the horn of ơ and ư a little.
/// </summary>
internal static class BoldText
{
    private const double MillimetresAPoint = 25.4 / 72;
    private const char Horn = '\u031B';
    private const int HornWidth = 70;
    private const int OtherWidth = 500;

    // Millimetres by which lines are made longer until they are few enough.
    private const double Step = 1;

    private static readonly Dictionary<char, int> Widths = Table(
        (250, " ,."), (278, "il/"), (333, "-jft;:()"), (389, "sI"), (444, "cerz"), (500, "agovxyJ0123456789“”"), (556, "bdhknpquS"),
        (611, "FP"), (667, "BELTZ"), (722, "ACDĐNRUVXYw"), (778, "GHKOQ"), (833, "m"), (944, "M"), (1000, "W–"));

    /// <summary>Millimetres.</summary>
    public static double Width(string text, double size) =>
        text.Normalize(NormalizationForm.FormD).Sum(WidthOf) / 1000.0 * size * MillimetresAPoint;

    /// <summary>
    /// The text in as few lines as the width allows, each about as long as the others: a title with one word in its last
    /// line looks like a slip. Lines are parted by line breaks.
    /// </summary>
    public static string Balanced(string text, double size, double width)
    {
        int fewest = Broken(text, size, width).Count;
        double limit = Width(text, size) / fewest;
        while (limit < width && Broken(text, size, limit).Count > fewest) limit += Step;
        return string.Join('\n', Broken(text, size, Math.Min(limit, width)));
    }

    private static List<string> Broken(string text, double size, double width)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width) lines[^1] += $" {word}";
            else lines.Add(word);
        }

        return lines;
    }

    private static int WidthOf(char c) => c switch
    {
        Horn => HornWidth,
        'đ' => Widths['d'],
        _ when char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark => 0,
        _ => Widths.GetValueOrDefault(c, OtherWidth),
    };

    private static Dictionary<char, int> Table(params (int Width, string Letters)[] rows) =>
        rows.SelectMany(r => r.Letters.Select(letter => (letter, r.Width))).ToDictionary(l => l.letter, l => l.Width);
}
