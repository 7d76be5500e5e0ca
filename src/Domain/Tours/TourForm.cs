namespace NtmServerless.Domain.Tours;

/// <summary>What the lead unit fills in to announce a tour or to give it new dates.</summary>
public sealed record TourForm
{
    // A mistyped year; also keeps every deadline after it within the calendar.
    private const int FurthestYears = 2;

    public string? Destination { get; init; }
    public DateOnly? DepartsOn { get; init; }
    public DateOnly? ReturnsOn { get; init; }
    public DateTimeOffset? NominationsCloseAt { get; init; }

    /// <summary>Why these dates stand although something speaks against them (<see cref="TourDating"/>); not needed where nothing does.</summary>
    public string? Reason { get; init; }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    internal StudyTour Apply(StudyTour t, DateTimeOffset now)
    {
        Checks checks = new();
        DateOnly today = VietnamTime.DateOf(now);
        DateOnly furthest = today.AddYears(FurthestYears);
        string destination = checks.Text("destination", Destination, 200);
        checks.Require(DepartsOn is not null, "departsOn", "required");
        checks.Require(DepartsOn is null || DepartsOn > today, "departsOn", "in-the-past");
        checks.Require(DepartsOn is null || DepartsOn <= furthest, "departsOn", "too-far", ("years", FurthestYears));
        checks.Require(ReturnsOn is not null, "returnsOn", "required");
        checks.Require(DepartsOn is null || ReturnsOn is null || ReturnsOn >= DepartsOn, "returnsOn", "end-before-start");
        checks.Require(ReturnsOn is null || ReturnsOn <= furthest, "returnsOn", "too-far", ("years", FurthestYears));
        DateTimeOffset closing = checks.Value("nominationsCloseAt", NominationsCloseAt);
        checks.Require(NominationsCloseAt is not { } closes || closes > now, "nominationsCloseAt", "in-the-past");
        checks.Require(NominationsCloseAt is not { } c || DepartsOn is not { } d || d <= today || c <= VietnamTime.StartOf(d), "nominationsCloseAt", "closes-after-departure");
        checks.ThrowIfAny();
        return t with
        {
            Destination = destination,
            DepartsOn = DepartsOn,
            ReturnsOn = ReturnsOn,
            NominationsCloseAt = closing.ToUniversalTime(),
        };
    }
}
