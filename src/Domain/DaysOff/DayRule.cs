namespace NtmServerless.Domain.DaysOff;

/// <summary>What the office says of a day.</summary>
public enum DayRule
{
    Off,
    Worked,

    /// <summary>As the law has it: what the office said before does not count any more.</summary>
    ByLaw,
}
