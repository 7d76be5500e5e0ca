namespace NtmServerless.Domain.Tests.Tours;

/// <summary>A tour of 20 to 22 August 2024, as the plan has it: 30 to 35 members.</summary>
internal static class SampleTour
{
    public const string Lead = "xa-gia-cat";
    public static readonly DateTimeOffset Now = SampleClass.At("2024-07-15 09:00");
    public static readonly DateTimeOffset Closes = SampleClass.At("2024-08-10 17:00");

    public static readonly TourForm Form = new()
    {
        Destination = "Xã Hữu Lũng",
        DepartsOn = new DateOnly(2024, 8, 20),
        ReturnsOn = new DateOnly(2024, 8, 22),
        NominationsCloseAt = Closes,
    };

    public static StudyTour Planned => new()
    {
        Id = new("doan-1"),
        PlanId = new("caoloc-2024"),
        PlannedTourId = "tham-quan-hoc-tap",
        LeadUnitId = Lead,
        MinimumMembers = 30,
        MaximumMembers = 35,
    };

    public static StudyTour Announced => TourDecisions.Announce(Planned, Form, Now).Tour;

    public static StudyTour In(TourStage stage, int members = 32) => Announced with { Stage = stage, Members = members };
}
