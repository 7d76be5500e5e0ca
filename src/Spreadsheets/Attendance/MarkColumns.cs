using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Attendance;

/// <summary>Where the code, the name and each session stand in an attendance sheet that came back.</summary>
internal sealed partial record MarkColumns(int? CodeColumn, int? NameColumn, IReadOnlyDictionary<int, int> Sessions)
{
    private const int CodeLength = 8;

    /// <summary>The position of the header among the rows, and its columns; null where no row names a session.</summary>
    public static (int Header, MarkColumns Columns)? Find(IReadOnlyList<SheetRow> sheet)
    {
        for (int i = 0; i < sheet.Count; i++)
        {
            Dictionary<int, int> sessions = [];
            foreach ((int column, SheetCell cell) in sheet[i].Cells)
                if (Session().Match(Folding.Fold(cell.Text)) is { Success: true } session)
                    sessions[column] = int.Parse(session.Groups[1].Value, CultureInfo.InvariantCulture);
            if (sessions.Count > 0) return (i, new MarkColumns(Named(sheet[i], "ma"), Named(sheet[i], "ho"), sessions));
        }

        return null;
    }

    /// <summary>The class that the top of the sheet names.</summary>
    public static ClassId? ClassId(IReadOnlyList<SheetRow> sheet)
    {
        foreach (SheetRow row in sheet)
        {
            string[] texts = [.. row.Texts];
            int at = Array.FindIndex(texts, t => Folding.Fold(t) == "ma lop");
            if (at >= 0 && at + 1 < texts.Length) return new ClassId(texts[at + 1]);
        }

        return null;
    }

    /// <summary>The code of a row in its one spelling, also where a spreadsheet took it for a number; null where it is lost.</summary>
    public string? Code(SheetRow row)
    {
        string text = CodeColumn is { } column ? row[column].Text : "";
        return RegistrationCode.Read(text.Length is > 0 and < CodeLength && text.All(char.IsAsciiDigit) ? text.PadLeft(CodeLength, '0') : text);
    }

    public bool Names(SheetRow row) => NameColumn is { } column ? !row[column].IsEmpty : CodeColumn is { } code && !row[code].IsEmpty;

    public IEnumerable<(int Session, string Text)> Filled(SheetRow row) =>
        Sessions.Where(s => !row[s.Key].IsEmpty).Select(s => (s.Value, row[s.Key].Text));

    private static int? Named(SheetRow header, string word) => header.Cells
        .Where(c => Folding.Fold(c.Value.Text).Split(' ')[0] == word).Select(c => (int?)c.Key).FirstOrDefault();

    [GeneratedRegex(@"^buoi (\d{1,2})(?: |$)")]
    private static partial Regex Session();
}
