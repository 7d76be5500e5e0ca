namespace NtmServerless.Pages.Progress;

/// <summary>A table of figures, for the page and for its file.</summary>
/// <param name="Id">Names it in the address of its file.</param>
/// <param name="Columns">Heads of the columns; the first is that of the row's name.</param>
/// <param name="Sum">The last line; null where there is nothing to add up.</param>
public sealed record FigureTable(string Id, string Title, IReadOnlyList<string> Columns, IReadOnlyList<ProgressLine> Lines, ProgressLine? Sum = null)
{
    public IEnumerable<ProgressLine> AllLines => Sum is null ? Lines : Lines.Append(Sum);
}

/// <summary>One line of a table of figures.</summary>
public sealed record ProgressLine(string Name, IReadOnlyList<Figure> Figures);

/// <summary>A number and the list behind it.</summary>
/// <param name="Value">Null where there is no number.</param>
/// <param name="Path">Address of the list; null where there is none, as behind what the plan orders.</param>
public sealed record Figure(int? Value, string? Path = null);
