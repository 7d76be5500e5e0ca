namespace NtmServerless.Functions.Search;

/// <summary>Looks through what the caller may see of a plan's year, as the lists of each feature would show it.</summary>
public sealed class SearchActs(ClassSummaries summaries, ClassReader records, DocumentActs documents, AuditTrail audit, VietnameseTexts texts)
{
    /// <summary>Rosters that one search looks into at most, the latest classes: each is a request to the storage.</summary>
    public const int MostRosters = 60;

    private const int AtOnce = 8;

    /// <summary>The classes that fit, best first, then by date. One request for a page of summaries, however many registered.</summary>
    public async Task<(IReadOnlyList<TrainingClass> All, IReadOnlyList<TrainingClass> Found)> ClassesAsync(Plan plan, SearchWords words,
        CancellationToken cancellation)
    {
        IReadOnlyList<TrainingClass> all = await summaries.OfPlanAsync(plan.Id, cancellation);
        if (words.Phone is not null) return (all, []);
        return (all, SearchWords.Best(all
            .Where(c => !words.HasDate || c.Sessions.Any(s => words.IsOn(VietnamTime.DateOf(s.StartsAt))))
            .OrderBy(c => c.Sessions.Count == 0).ThenByDescending(c => c.Sessions.Count == 0 ? default : c.LastEnd).ThenBy(c => c.NumberInPlan)
            .Select(c => (c, words.Rank(Describe(plan, c))))));
    }

    /// <summary>The readable documents that fit, latest first among those that fit alike: three requests for the years around the plan's, one for
    /// summaries.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> DocumentsAsync(Plan plan, Caller caller, SearchWords words, CancellationToken cancellation)
    {
        if (words.Phone is not null) return [];
        return SearchWords.Best((await documents.OfPlanAsync(plan, caller, cancellation))
            .Where(d => words.IsOn(d.Date))
            .Select(d => (d, words.Rank($"{d.Title} {d.NumberText} {plan.UnitName(d.IssuingUnitId)}"))));
    }

    /// <summary>
    /// People on the rosters that the caller may see, by the rule of the roster's own page. A request for each class that anybody
    /// registered for: all of them for a commune (its own people) and an administrator, those it leads for a lead unit; eight at a time, at most
    /// sixty. Nobody is found by a date alone. Each roster from which somebody is shown is a look in the audit trail, one request more.
    /// </summary>
    /// <param name="shown">Which of those found the answer shows.</param>
    /// <returns>Unread: rosters that were too many.</returns>
    public async Task<(IReadOnlyList<FoundPerson> Found, int Unread)> PeopleAsync(
        IReadOnlyList<TrainingClass> classes, Caller caller, SearchWords words, Func<IReadOnlyList<FoundPerson>, IReadOnlyList<FoundPerson>> shown,
            CancellationToken cancellation)
    {
        if (!words.HasWords && words.Phone is null) return ([], 0);
        TrainingClass[] readable =
        [
            .. classes.Where(c => c.NextSequence > 1 && c.AnonymisedAt is null && (caller.MayTakeAttendance(c) || caller.Role == Role.Commune))
                .Where(c => !words.HasDate || c.Sessions.Any(s => words.IsOn(VietnamTime.DateOf(s.StartsAt))))
                .OrderByDescending(c => c.Sessions.Count == 0 ? default : c.LastEnd),
        ];
        List<(FoundPerson, int?)> ranked = [];
        foreach (TrainingClass[] some in readable.Take(MostRosters).Chunk(AtOnce))
        {
            IReadOnlyList<Registration>[] rosters = await Task.WhenAll(some.Select(c => records.RegistrationsAsync(c.Id, cancellation)));
            foreach ((TrainingClass c, IReadOnlyList<Registration> roster) in some.Zip(rosters))
                ranked.AddRange(roster.Where(r => r.AnonymisedAt is null && caller.MaySee(c, r)).Select(r => (new FoundPerson(c, r), Rank(words, r))));
        }

        IReadOnlyList<FoundPerson> found = SearchWords.Best(ranked);
        foreach (IGrouping<ClassId, FoundPerson> look in shown(found).GroupBy(p => p.Class.Id))
            await audit.WriteAsync(Actor.Of(caller), "roster-searched", look.Key, look.Count(), cancellation);
        return (found, Math.Max(0, readable.Length - MostRosters));
    }

    private static int? Rank(SearchWords words, Registration r)
    {
        if (words.Phone is not null) return words.IsPhone(r.Applicant.DialledPhone()) ? 0 : null;
        return words.Code == r.Code ? 0 : words.Rank($"{r.Applicant.FullName} {r.Applicant.BirthYear} {r.Applicant.Village} {r.Applicant.Organisation}");
    }

    // Without its day: "10" is number 10, not the tenth of a month.
    private string Describe(Plan plan, TrainingClass c) => string.Join(". ",
        texts["class.name", ("number", ClassNames.Number(c, plan)), ("place", plan.UnitName(c.HostUnitId)), ("day", "")], ClassNames.Content(c, plan),
            plan.StreamTitle(c.StreamId),
        plan.UnitName(c.LeadUnitId), c.Announcement?.Venue, c.Announcement?.Number);
}
