namespace NtmServerless.Domain.PeriodicReports;

/// <summary>
/// The one rule of when something counts in a chain of reports (plan, section IV.2): a class with its people
/// and its money on the day on which its report is approved, a class that a unit
/// declares on the day on which the office accepts it, a class that was called off on that day, a tour on the day on which
/// it is closed, communication on its own day.
/// </summary>
public static class CountedOn
{
    /// <summary>Null: not approved yet, so in no sum.</summary>
    public static DateOnly? ClassOf(TrainingClass c) => c is { Figures: not null, Report.ApprovedAt: { } approved } ? VietnamTime.DateOf(approved) : null;

    /// <summary>Null: not called off.</summary>
    public static DateOnly? CancellationOf(TrainingClass c) => c.CancelledAt is { } cancelled ? VietnamTime.DateOf(cancelled) : null;

    /// <summary>The office's acceptance is its approval. Null: not accepted.</summary>
    public static DateOnly? DeclarationOf(DeclaredClass d) =>
        d is { Stage: DeclarationStage.Accepted, AcceptedAt: { } accepted } ? VietnamTime.DateOf(accepted) : null;

    /// <summary>Null: not closed yet.</summary>
    public static DateOnly? TourOf(StudyTour tour) => tour.ClosedAt is { } closed ? VietnamTime.DateOf(closed) : null;
}
