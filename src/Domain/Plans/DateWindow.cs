namespace NtmServerless.Domain.Plans;

/// <summary>A span of local dates (Asia/Ho_Chi_Minh), both ends included.</summary>
/// <param name="From">First date.</param>
/// <param name="To">Last date; import refuses one before <paramref name="From"/>.</param>
public sealed record DateWindow(DateOnly From, DateOnly To)
{
    /// <summary>Length in days, both ends included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the local date lies in the window.</summary>
    public bool Contains(DateOnly date) => From <= date && date <= To;

    /// <summary>Whether the whole window lies before the local date.</summary>
    public bool HasPassed(DateOnly today) => To < today;

    /// <summary>The calendar quarters <paramref name="first"/> to <paramref name="last"/> (1 to 4) of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A quarter outside 1 to 4, or the last before the first.</exception>
    public static DateWindow Quarters(int year, int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        DateOnly from = new(year, (first * 3) - 2, 1);
        return new(from, new DateOnly(year, last * 3, 1).AddMonths(1).AddDays(-1));
    }
}
