using System.Text;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>A list as text with separators (RFC 4180), as Excel saves it: comma, semicolon or tab, with or without a mark of UTF-8.</summary>
internal static class CsvText
{
    private const string Separators = ";,\t";
    private const int Sampled = 8_000;

    public static Sheet Read(byte[] bytes, CancellationToken cancellation)
    {
        string text = Decode(bytes);
        // A page of the web, a PDF or a program is no list, whatever separators are in it.
        if (text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().TrimStart().StartsWith("<") || text.StartsWith("%PDF", StringComparison.Ordinal))
            throw new InvalidDataException("No list.");
        string sample = text.Length > Sampled ? text[..Sampled] : text;
        char separator = Separators.MaxBy(s => sample.Count(c => c == s));
        if (!sample.Contains(separator, StringComparison.Ordinal)) throw new InvalidDataException("No separator.");
        return new Sheet("", false, Rows(text, separator, cancellation));
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((byte[])[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        int mark = bytes.AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException)
        {
            throw bytes.Contains((byte)0) ? new InvalidDataException("No text.") : new InvalidInputException("file", "csv-encoding");
        }
    }

    private static IReadOnlyList<SheetRow> Rows(string text, char separator, CancellationToken cancellation)
    {
        SheetBuilder sheet = new(new CellBudget());
        StringBuilder cell = new();
        int line = 1, column = 0;
        bool quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == separator || c is '\n')
            {
                sheet.Set(line, column++, new SheetCell(RichText.Clean(cell.ToString())), hidden: false);
                cell.Clear();
                if (c != '\n') continue;
                cancellation.ThrowIfCancellationRequested();
                (line, column) = (line + 1, 0);
            }
            else cell.Append(c);
        }

        return sheet.Rows();
    }
}
