namespace NtmServerless.LocalHost.Timers;

/// <summary>What is remembered of a schedule's runs, in UTC of business time; as the official timer binding has it.</summary>
internal sealed record ScheduleStatus
{
    /// <summary>The last run; the first day of the calendar when it never ran.</summary>
    public DateTime Last { get; init; }

    public DateTime Next { get; init; }

    public DateTime LastUpdated { get; init; }
}
