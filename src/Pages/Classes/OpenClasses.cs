namespace NtmServerless.Pages.Classes;

/// <summary>What the first page tells of the announced classes, for who lives in a commune and looks for something.</summary>
public sealed record OpenClasses
{
    // Names of what is asked for in the address.
    public const string Commune = "xa";
    public const string Stream = "noi-dung";
    public const string From = "tu-ngay";
    public const string Text = "tim";

    /// <param name="all">Every class that was announced.</param>
    /// <param name="near">The commune whose classes come first; null: none was chosen.</param>
    public OpenClasses(IReadOnlyCollection<ClassOfPlan> all, ClassSearch search, string? near, DateTimeOffset now)
    {
        Search = search;
        Near = near;
        DateOnly today = VietnamTime.DateOf(now);
        Year = today.Year;
        Held = all.Count(c => HoldingFacts.IsHeld(c.Class) && c.Plan.Year == Year);
        Communes = [.. all.SelectMany(c => c.Plan.Units).Where(u => u.IsCommuneLevel).DistinctBy(u => u.Id).OrderBy(u => Folding.Fold(u.ShortName),
            StringComparer.Ordinal)];
        ClassOfPlan[] coming = [.. all.Where(c => !c.Class.Stage.IsBehind() && (c.Class.Stage != ClassStage.Cancelled || c.Class.LastDay >= today)
            && (c.Plan.Year >= Year || c.Class.Stage == ClassStage.Postponed || c.Class.LastDay >= today))];
        Streams = [.. coming.Select(c => (c.Class.StreamId, c.StreamTitle)).Distinct()];
        // A sort that keeps the order of what is alike: by date within the commune and without.
        ClassOfPlan[] found = [.. search.In(coming).OrderBy(c => c.Class.HostUnitId == near ? 0 : 1)];
        Open = [.. found.Where(c => c.Class.OfferAt(now) is ClassOffer.FreeSeats or ClassOffer.PrioritySeats)];
        Changed = [.. found.Where(HasOtherDates)];
        Others = [.. found.Where(c => c.Class.OfferAt(now) is ClassOffer.WaitlistOnly or ClassOffer.OpensLater or ClassOffer.RegistrationOver or ClassOffer.Held)];
    }

    public ClassSearch Search { get; }

    public string? Near { get; }

    public int Year { get; }

    /// <summary>Classes with a seat for who comes now, those of the commune first.</summary>
    public IReadOnlyList<ClassOfPlan> Open { get; }

    /// <summary>Those that are not held on the day that was announced first.</summary>
    public IReadOnlyList<ClassOfPlan> Changed { get; }

    /// <summary>Full, not open yet, closed, being held.</summary>
    public IReadOnlyList<ClassOfPlan> Others { get; }

    /// <summary>How many classes of the year were held.</summary>
    public int Held { get; }

    /// <summary>The communes to choose from.</summary>
    public IReadOnlyList<Unit> Communes { get; }

    /// <summary>What there are classes of.</summary>
    public IReadOnlyList<(string Id, string Title)> Streams { get; }

    private static bool HasOtherDates(ClassOfPlan c) => c.Class.Stage is ClassStage.Postponed or ClassStage.Cancelled
        || c.Class is { TimesPostponed: > 0, Stage: ClassStage.Announced or ClassStage.Registering or ClassStage.Confirmed };
}
