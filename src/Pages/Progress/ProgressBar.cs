namespace NtmServerless.Pages.Progress;

/// <summary>Done of ordered.</summary>
/// <param name="Of">Null where nobody ordered a number.</param>
/// <param name="Elapsed">Part of its time that is over; null: nothing says when it is due.</param>
/// <param name="Path">The list of what is done.</param>
public sealed record ProgressBar(string Name, int Done, int? Of, double? Elapsed, string Path)
{
    public double Part => Of > 0 ? (double)Done / Of.Value : 0;
}

/// <summary>Parts as whole percents.</summary>
public static class Percents
{
    /// <summary>"65%"; never "100%" while something is missing.</summary>
    public static string Of(double part)
    {
        double percent = Math.Round(100 * part);
        return $"{(percent >= 100 && part < 1 ? 99 : percent):0}%";
    }
}
