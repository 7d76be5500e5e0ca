namespace NtmServerless.Domain.PeriodicReports;

/// <summary>Where a periodic or ad-hoc report stands.</summary>
public enum ReportStage
{
    /// <summary>Units are asked for what they owe.</summary>
    Asked,

    /// <summary>Figures and draft lie with the unit that the plan names.</summary>
    Compiled,

    /// <summary>Waits for whoever signs for the committee.</summary>
    Submitted,

    /// <summary>Sent back to the compiling unit with a reason.</summary>
    Returned,

    /// <summary>Closed: its figures never change.</summary>
    Approved,
}
