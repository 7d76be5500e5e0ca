namespace NtmServerless.Functions.Post;

/// <summary>Says in words what the entries of a list are about: one query for each kind of record that occurs.</summary>
public sealed class PostSubjects(ClassSummaries classes, TourStore tours, PeriodicReportStore reports, DeclarationStore declarations,
    NoticeSettingStore settings, LetterWords words)
{
    /// <summary>Gives the words for each notice about one of these records.</summary>
    public async Task<SubjectWords> OfAsync(Plan plan, IReadOnlyCollection<PostSubject> about, CancellationToken cancellation)
    {
        Dictionary<string, (string, object)[]> facts = new(StringComparer.Ordinal);
        Dictionary<string, string> leads = new(StringComparer.Ordinal);
        Dictionary<string, TrainingClass> classesById = new(StringComparer.Ordinal);
        List<TrainingClass> named = [];
        if (about.Any(a => a.Kind == PostSubjectKind.Class))
        {
            foreach (TrainingClass c in await classes.OfPlanAsync(plan.Id, cancellation))
            {
                classesById[c.Id] = c;
                leads[c.Id] = c.LeadUnitId;
                if (about.Any(a => a.Id == c.Id)) named.Add(c);
            }
        }

        if (about.Any(a => a.Kind == PostSubjectKind.Tour))
        {
            foreach (StudyTour t in await tours.OfPlanAsync(plan.Id, cancellation))
            {
                facts[t.Id] = words.Of(plan, t);
                leads[t.Id] = t.LeadUnitId;
            }
        }

        if (about.Any(a => a.Kind == PostSubjectKind.Report))
            foreach (PeriodicReport r in await reports.OfPlanAsync(plan.Id, cancellation)) facts[r.Id] = words.Of(r);
        if (about.Any(a => a.Kind == PostSubjectKind.Declaration))
            foreach (DeclaredClass d in await declarations.OfPlanAsync(plan.Id, cancellation)) facts[d.Id] = words.Of(plan, d);
        NoticeSettings set = await settings.OfPlanAsync(plan.Id, cancellation);
        // A record that is not in the lists (yet) is named by its id.
        return new SubjectWords(
            (subject, kind, at, day) => words.Subject(
                words.Wording(set.Of(kind)), classesById.TryGetValue(subject.Id, out TrainingClass? c) ? words.AsOf(plan, c, at, day)
                    : facts.GetValueOrDefault(subject.Id) ?? [("class", subject.Id), ("destination", subject.Id), ("period", subject.Id),
                    ("declared", subject.Id), ("declarer", ""), ("held", "")]),
            subject => leads.GetValueOrDefault(subject.Id),
            [.. named.OrderBy(c => c.NumberInPlan)]);
    }
}
