namespace NtmServerless.Domain.Classes;

/// <summary>Where a training class stands in its life (design: How a class lives).</summary>
public enum ClassStage
{
    Planned,
    Announced,
    Registering,
    Confirmed,
    Holding,
    Reporting,
    Closed,
    Postponed,
    Cancelled,
}
