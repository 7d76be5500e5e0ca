namespace NtmServerless.LocalHost.Time;

/// <summary>Something that is due at moments of business time: the durable timers, the TimerTrigger schedules.</summary>
internal interface IDueSource
{
    /// <summary>The next moment (UTC, business time) at which something is due; null when nothing is.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Raised when <see cref="NextDue"/> may have become earlier.</summary>
    event Action? NextDueChanged;

    /// <summary>Starts everything that is due at <paramref name="now"/>. Work that goes on is counted in <see cref="InFlight"/>.</summary>
    Task FireDueAsync(DateTimeOffset now);
}
