using System.Xml;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>
/// A spreadsheet that somebody sent: XLSX, ODS or CSV, told apart by what it is, not by its name. It is read as data only, part by
/// part under a budget, and never laid out by what it says of its own size: a zip bomb, a sheet that claims a million columns or a
/// macro costs nothing.
/// </summary>
internal static class WorkbookFile
{
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The sheets with something in them, in the order of the tabs.</summary>
    /// <exception cref="InvalidInputException">
    /// On field <c>file</c>: <c>xlsx-unreadable</c>, <c>xlsx-too-large</c>, <c>too-many</c>, <c>csv-encoding</c>.
    /// </exception>
    public static IReadOnlyList<Sheet> Read(Stream file, CancellationToken cancellation)
    {
        try
        {
            using MemoryStream copy = Package.Copy(file, MaxBytes);
            if (!copy.GetBuffer().AsSpan(0, (int)copy.Length).StartsWith("PK"u8))
                return CsvText.Read(copy.ToArray(), cancellation) is { Rows.Count: > 0 } sheet ? [sheet] : [];
            using Package package = new(copy, cancellation);
            return package.Has(OdsBook.Content) ? OdsBook.Read(package) : XlsxBook.Read(package);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException or NotSupportedException)
        {
            throw new InvalidInputException("file", "xlsx-unreadable");
        }
    }
}
