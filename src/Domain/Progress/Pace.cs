namespace NtmServerless.Domain.Progress;

/// <summary>Something that the plan orders a number of: how many were done, and how many should be, if the work went evenly through its time.</summary>
/// <param name="Expected">By the evening before; what is only begun is not owed.</param>
public sealed record Pace(int Planned, int Done, double Expected)
{
    // Thirds of a class do not add up exactly.
    private const double Grain = 1e-9;

    /// <summary>Part of its time that is over, 0 to 1.</summary>
    public double Elapsed => Planned == 0 ? 0 : Expected / Planned;

    /// <summary>Part of the order that is done; more than 1 where more was done than ordered.</summary>
    public double Share => Planned == 0 ? 0 : (double)Done / Planned;

    /// <summary>How many whole ones are missing to what should be done.</summary>
    public int Behind => Math.Max(0, (int)Math.Floor(Expected + Grain) - Done);

    /// <summary>How many were done before their time.</summary>
    public int Ahead => Math.Max(0, Done - (int)Math.Ceiling(Expected - Grain));

    /// <summary>Part of a span of days that is over on the morning of a day, 0 to 1.</summary>
    public static double ElapsedOf(DateWindow window, DateOnly today) =>
        Math.Clamp((double)(today.DayNumber - window.From.DayNumber) / window.Days, 0, 1);
}
