namespace NtmServerless.Pages.Parts;

/// <summary>The lines of a long list that one page shows.</summary>
/// <param name="Total">Lines of the whole list.</param>
/// <param name="Current">The page shown, from 1.</param>
/// <param name="Path">Path and query of the list without its page.</param>
public sealed record Slice<T>(IReadOnlyList<T> Lines, int Total, int Current, string Path);

/// <summary>Cuts a list into pages.</summary>
public static class Slice
{
    /// <param name="wanted">The page that was asked for; one that is not there is the nearest that is.</param>
    public static Slice<T> Of<T>(IReadOnlyCollection<T> all, int wanted, string path)
    {
        int last = Math.Max(1, (all.Count + Pager.Size - 1) / Pager.Size);
        int current = Math.Clamp(wanted, 1, last);
        return new Slice<T>([.. all.Skip((current - 1) * Pager.Size).Take(Pager.Size)], all.Count, current, path);
    }
}
