namespace NtmServerless.Domain.Tours;

/// <summary>Where a study tour stands.</summary>
public enum TourStage
{
    Planned,
    Announced,
    Confirmed,
    Travelling,
    Reporting,
    Closed,
    Postponed,
    Cancelled,
}
