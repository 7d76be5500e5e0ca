namespace NtmServerless.Domain.PeriodicReports;

/// <summary>What a figure counts. Each part of a year adds up to the year.</summary>
public enum FigurePart
{
    ClassesHeld,

    /// <summary>Only in reports of before a class counted when it is approved: <see cref="ClassesHeld"/> says the same since.</summary>
    ClassesClosed,
    Registered,
    Attended,
    WalkIns,
    Women,
    AttendedByUnit,
    AttendedByAudience,
    AttendedByEthnicGroup,
    AttendedBySex,
    CommunicationByChannel,
    CommunicationByUnit,
    ToursHeld,
    TourMembers,
    Spent,
    ClassesCancelled,
}
