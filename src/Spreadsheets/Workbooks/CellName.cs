namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>Names of cells such as <c>AB12</c>.</summary>
internal static class CellName
{
    // XFD1048576 is the last cell that Excel has.
    private const int Longest = 10;

    /// <summary>Row (from 1) and column (from 0), or null where it is no name of a cell.</summary>
    public static (int Row, int Column)? Read(string? name)
    {
        if (name is not { Length: > 1 and <= Longest }) return null;
        int at = 0, column = 0, row = 0;
        while (at < name.Length && char.IsAsciiLetterUpper(name[at])) column = column * 26 + name[at++] - 'A' + 1;
        if (at is 0 or > 3) return null;
        while (at < name.Length && char.IsAsciiDigit(name[at])) row = row * 10 + name[at++] - '0';
        return at == name.Length && row > 0 ? (row, column - 1) : null;
    }
}
