namespace NtmServerless.Pages.Classes;

/// <summary>Which classes of a plan an officer wants to see, and in which order.</summary>
/// <param name="Stage">How it stands; null means all.</param>
/// <param name="StreamId">A stream, or <see cref="Ordered"/>.</param>
/// <param name="ApprovedIn">The quarter in which its report was approved.</param>
public sealed record ClassFilter(
    Func<TrainingClass, bool>? Stage = null, string? StreamId = null, string? LeadUnitId = null, string? HostUnitId = null, int? Quarter = null,
        string? Text = null, bool Mine = false, int? ApprovedIn = null)
{
    /// <summary>Names of the fields in the address.</summary>
    public const string OfStage = "giai-doan", OfStream = "noi-dung", OfLead = "chu-tri", OfHost = "xa", OfQuarter = "quy", OfText = "tim",
        OfMine = "cua-toi", OfGroup = "nhom",
        OfApproved = "duyet-quy";

    /// <summary>Every stream that the plan orders a number of classes of.</summary>
    public const string Ordered = "theo-ke-hoach";

    /// <param name="unitId">The unit of whoever looks.</param>
    /// <param name="now">What is still to come goes first, by its next date; classes without a date follow; those that are over stand last.</param>
    public IReadOnlyList<TrainingClass> Of(IEnumerable<TrainingClass> classes, Plan plan, string unitId, DateTimeOffset now)
    {
        string[] words = Folding.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. classes
            .Where(c => (Stage is null || Stage(c)) && (StreamId is null || c.StreamId == StreamId || StreamId == Ordered
                && plan.FindStream(c.StreamId)?.ClassCount is not null)
                && (LeadUnitId is null || c.LeadUnitId == LeadUnitId)
                && (HostUnitId is null || c.HostUnitId == HostUnitId) && (Quarter is null || QuarterOf(c, plan) == Quarter)
                && (ApprovedIn is null || CountedOn.ClassOf(c) is { } approved && QuarterOf(approved, plan) == ApprovedIn)
                && (!Mine || c.LeadUnitId == unitId || c.HostUnitId == unitId) && Matches(c, plan, words))
            .OrderBy(c => c.Stage.IsOver()).ThenBy(c => NextDate(c, now) is null).ThenBy(c => NextDate(c, now))
            .ThenByDescending(c => c.Stage.IsOver() && c.Sessions.Count > 0 ? c.LastEnd : (DateTimeOffset?)null)
            .ThenBy(c => c.StreamId, StringComparer.Ordinal).ThenBy(c => c.Number)];
    }

    /// <summary>Accepted classes that units declared and that the same filter leaves: they are held, and have no list in common with the others.</summary>
    /// <param name="stages">The stage or group of stages that was asked for; of others than held ones there are none.</param>
    public IReadOnlyList<DeclaredClass> Of(IEnumerable<DeclaredClass> declared, Plan plan, string? stages) =>
        Mine || Text is not null || stages is not (StageGroups.Held or StageGroups.InTheYear or nameof(ClassStage.Closed)) ? []
        :
        [
            .. declared.Where(d => CountedOn.DeclarationOf(d) is { } accepted && (ApprovedIn is null || QuarterOf(accepted, plan) == ApprovedIn)
                && (StreamId is null || d.StreamId == StreamId || StreamId == Ordered && plan.FindStream(d.StreamId)?.ClassCount is not null)
                && (LeadUnitId is null || d.UnitId == LeadUnitId) && (HostUnitId is null || d.HostUnitId == HostUnitId)
                && (Quarter is null || QuarterOf(d.LastDay, plan) == Quarter)),
        ];

    /// <summary>The next session, or when the report is due; null while there is no date, and when the class is over.</summary>
    public static DateTimeOffset? NextDate(TrainingClass c, DateTimeOffset now) => c.Stage switch
    {
        ClassStage.Announced or ClassStage.Registering or ClassStage.Confirmed or ClassStage.Holding =>
            c.Sessions.Where(s => s.EndsAt > now).Select(s => (DateTimeOffset?)s.StartsAt).FirstOrDefault() ?? c.LastEnd,
        ClassStage.Reporting => Deadlines.ReportDue(c),
        _ => null,
    };

    /// <summary>What stands for the days after the last quarter.</summary>
    public const int AfterQuarters = 5;

    /// <summary>The quarter in which its last day lies; null while it has no dates.</summary>
    public static int? QuarterOf(TrainingClass c, Plan plan) => ProgressFigures.HasDates(c) ? QuarterOf(c.LastDay, plan) : null;

    private static int? QuarterOf(DateOnly day, Plan plan) => day >= ReportingPeriods.Of(plan).AfterYear(plan.Year) ? AfterQuarters
        : ReportingPeriods.Of(plan).QuarterOf(plan.Year, day);

    private static bool Matches(TrainingClass c, Plan plan, string[] words)
    {
        if (words.Length == 0) return true;
        string all = Folding.Fold(string.Join(' ', c.Title, plan.FindStream(c.StreamId)?.DisplayTitle, plan.FindUnit(c.HostUnitId)?.Name,
            plan.FindUnit(c.LeadUnitId)?.Name, c.Announcement?.Venue, c.Announcement?.Number));
        return words.All(w => all.Contains(w, StringComparison.Ordinal));
    }
}
