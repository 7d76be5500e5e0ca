namespace NtmServerless.Domain.Progress;

/// <summary>How a class stands in the calendar of the year.</summary>
public enum ClassMark
{
    /// <summary>Held, its report approved.</summary>
    Closed,

    /// <summary>Its hours are over and nothing says that anybody came.</summary>
    Unconfirmed,

    /// <summary>Held, and attendance of a session is missing or its report is overdue.</summary>
    Late,

    /// <summary>Held; its report is being written or waits for approval.</summary>
    Reporting,

    /// <summary>Going on.</summary>
    Holding,

    /// <summary>Takes registrations.</summary>
    Registering,

    /// <summary>Has dates; nothing to do yet.</summary>
    ToCome,
}
