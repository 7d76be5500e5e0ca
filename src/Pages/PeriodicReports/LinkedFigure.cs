namespace NtmServerless.Pages.PeriodicReports;

/// <summary>A figure as it is written, and where its rows are shown; null: nowhere.</summary>
public sealed record LinkedFigure(string Text, string? Path = null)
{
    public static implicit operator LinkedFigure(string text) => new(text);

    /// <summary>Rows of words and figures that open nothing.</summary>
    public static IReadOnlyList<IReadOnlyList<LinkedFigure>> Plain(string[][] rows) =>
        [.. rows.Select(r => (IReadOnlyList<LinkedFigure>)[.. r.Select(t => new LinkedFigure(t))])];
}
