namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>How much of one channel.</summary>
public sealed record ChannelCountForm(CommunicationChannel? Channel, int? Count);

/// <summary>The form a unit answers with. What is left out is as the records say.</summary>
public sealed record UnitAnswerForm
{
    private const int Limit = 3_000;
    private const int Most = 1_000_000;

    /// <summary>The unit that answers; null: the caller's own.</summary>
    public string? UnitId { get; init; }

    /// <summary>One tap: as the records say, and nothing to add.</summary>
    public bool? AsRecorded { get; init; }
    public IReadOnlyList<ChannelCountForm>? Counts { get; init; }
    public int? OwnClasses { get; init; }
    public int? OwnPeople { get; init; }
    public IReadOnlyList<SpendingForm>? Spent { get; init; }
    public string? Difficulties { get; init; }
    public string? Proposals { get; init; }
    public string? Note { get; init; }

    /// <summary>What is said beyond the log is put into the log; else it is stated beside it.</summary>
    public bool? LogTheRest { get; init; }

    /// <summary>The questioned figures are right.</summary>
    public bool? Confirmed { get; init; }
    public string? Explanation { get; init; }

    /// <param name="unit">The unit that answers.</param>
    /// <param name="logged">What the log says of the unit within the period.</param>
    /// <param name="former">What the unit answered to earlier reports of the same kind.</param>
    /// <exception cref="InvalidInputException">With every field that is wrong, or asked back and not confirmed.</exception>
    public UnitAnswer Check(
        PeriodicReport report, Plan plan, string unit, IReadOnlyDictionary<CommunicationChannel, int> logged, IReadOnlyCollection<AnswerHead> former, Actor by, DateTimeOffset now)
    {
        Checks checks = new();
        IReadOnlyList<ChannelCount> counts = AsRecorded == true ? Every(logged) : CountsOf(checks, logged);
        UnitAnswer answer = new()
        {
            PlanId = report.PlanId,
            ReportId = report.Id,
            UnitId = unit,
            Revision = (report.AnswerOf(unit)?.Revision ?? 0) + 1,
            Counts = counts,
            // An entry in the log can be a slip as well: it is asked back like any other.
            Explanation = checks.Paragraphs("explanation", Explanation, 1_000),
            By = by,
            AnsweredAt = now,
        };
        if (AsRecorded != true)
        {
            Range(checks, "ownClasses", OwnClasses, 10_000);
            Range(checks, "ownPeople", OwnPeople, Most);
            answer = answer with
            {
                OwnClasses = OwnClasses ?? 0,
                OwnPeople = OwnPeople ?? 0,
                Spent = [.. SpendingForm.Check(Spent is null ? null : [.. Spent.Select(s => s with { Amount = s.Amount ?? 0 })], plan, checks).Where(s => s.Amount > 0)],
                Difficulties = checks.Paragraphs("difficulties", Difficulties, Limit),
                Proposals = checks.Paragraphs("proposals", Proposals, Limit),
                Note = checks.Paragraphs("note", Note, 1_000),
            };
        }

        checks.ThrowIfAny();
        UnitAnswer questioned = Questioned(answer, report.Period, former);
        return questioned with { Counts = [.. questioned.Counts.Where(c => c.Said > 0 || c.Logged > 0)] };
    }

    private UnitAnswer Questioned(UnitAnswer answer, ReportingPeriod period, IReadOnlyCollection<AnswerHead> former)
    {
        IReadOnlyList<AnswerQuestion> questions = AnswerQuestions.Of(answer, period, former);
        if (questions.Count == 0) return answer with { Explanation = null };
        Checks checks = new();
        if (Confirmed != true)
        {
            foreach (AnswerQuestion q in questions) checks.Fail(q.Field, CodeOf(q.Doubt), ("said", q.Said), ("compared", q.Compared));
            checks.Fail("confirmed", "answer-confirm");
        }

        checks.Require(answer.Explanation is not null, "explanation", "answer-explain");
        checks.ThrowIfAny();
        return answer with { Questions = questions };
    }

    /// <summary>The text that asks back.</summary>
    public static string CodeOf(AnswerDoubt doubt) => doubt switch
    {
        AnswerDoubt.FarAboveUsual => "answer-far-above-usual",
        AnswerDoubt.FarAboveAnything => "answer-far-above-anything",
        AnswerDoubt.BelowLog => "answer-below-log",
        AnswerDoubt.FewerPeopleThanClasses => "answer-fewer-people",
        AnswerDoubt.TooManyPeople => "answer-too-many-people",
        AnswerDoubt.MuchMoney => "answer-much-money",
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, null),
    };

    // In the order of the form, so that what is asked back lands on its field; then what the form left out.
    private List<ChannelCount> CountsOf(Checks checks, IReadOnlyDictionary<CommunicationChannel, int> logged)
    {
        List<ChannelCount> counts = [];
        foreach ((int i, ChannelCountForm form) in (Counts ?? []).Take(Enum.GetValues<CommunicationChannel>().Length).Index())
        {
            checks.Require(form?.Channel is not null, $"counts[{i}].channel", "required");
            checks.Require(form?.Channel is null || counts.All(c => c.Channel != form.Channel), $"counts[{i}].channel", "answer-channel-twice");
            Range(checks, $"counts[{i}].count", form?.Count, Most);
            CommunicationChannel channel = form?.Channel ?? CommunicationChannel.Other;
            int known = logged.GetValueOrDefault(channel);
            counts.Add(new ChannelCount(channel, form?.Count ?? known, known));
        }

        checks.Require(Counts is null || Counts.Count <= Enum.GetValues<CommunicationChannel>().Length, "counts", "too-many", ("most", Enum.GetValues<CommunicationChannel>().Length));
        return [.. counts, .. Recorded(logged).Where(r => counts.All(c => c.Channel != r.Channel))];
    }

    // All channels in the order of the page's form, so that what is asked back lands on its field.
    private static IReadOnlyList<ChannelCount> Every(IReadOnlyDictionary<CommunicationChannel, int> logged) =>
        [.. Enum.GetValues<CommunicationChannel>().Select(c => new ChannelCount(c, logged.GetValueOrDefault(c), logged.GetValueOrDefault(c)))];

    private static IReadOnlyList<ChannelCount> Recorded(IReadOnlyDictionary<CommunicationChannel, int> logged) =>
        [.. logged.Where(l => l.Value > 0).OrderBy(l => l.Key).Select(l => new ChannelCount(l.Key, l.Value, l.Value))];

    private static void Range(Checks checks, string field, int? value, int most) =>
        checks.Require(value is null or >= 0 && (value ?? 0) <= most, field, "range", ("from", 0), ("to", most));
}

/// <summary>What the log says of one unit.</summary>
public static class LoggedCounts
{
    public static IReadOnlyDictionary<CommunicationChannel, int> Of(IEnumerable<CommunicationDay> days, string unitId) => days
        .SelectMany(d => d.Counts).Where(c => c.UnitId == unitId).GroupBy(c => c.Channel).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
}
