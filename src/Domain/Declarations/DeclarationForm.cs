namespace NtmServerless.Domain.Declarations;

/// <summary>How many people of one audience.</summary>
public sealed record AudienceCountForm(Audience? Audience, int? Count);

/// <summary>How many people of one ethnic group.</summary>
public sealed record GroupCountForm(string? Name, int? Count);

/// <summary>The form, or the line of a list, with which a unit declares a class that was held.</summary>
public sealed record DeclarationForm
{
    private const int MostPeople = 10_000;
    private const int MostGroups = 20;

    /// <summary>The unit that declares; null: the caller's own.</summary>
    public string? UnitId { get; init; }

    /// <summary>Null: the plan's stream of classes that communes begin themselves.</summary>
    public string? StreamId { get; init; }

    /// <summary>Null: the declaring unit, where it is a commune.</summary>
    public string? HostUnitId { get; init; }
    public string? Place { get; init; }
    public string? Title { get; init; }
    public string? Content { get; init; }
    public DateOnly? FirstDay { get; init; }

    /// <summary>Null: the first day.</summary>
    public DateOnly? LastDay { get; init; }
    public int? Attended { get; init; }
    public int? Women { get; init; }
    public IReadOnlyList<AudienceCountForm>? Audiences { get; init; }
    public IReadOnlyList<GroupCountForm>? EthnicGroups { get; init; }
    public IReadOnlyList<SpendingForm>? Spent { get; init; }
    public string? Note { get; init; }

    /// <summary>Says that it is another class than those of the same commune on the same days.</summary>
    public bool? IsOther { get; init; }

    /// <param name="classes">The plan's classes, to find one that is the same.</param>
    /// <param name="declared">What was declared before, without the one that is corrected.</param>
    /// <param name="neighbours">Plans whose days are partly also those of this one; null: none.</param>
    /// <exception cref="InvalidInputException">With every field that is wrong; <c>isOther</c> when the class seems to be there already.</exception>
    public DeclaredClass Check(
        DeclarationId id, string callersUnit, Plan plan, IEnumerable<TrainingClass> classes, IEnumerable<DeclaredClass> declared, DateTimeOffset now,
        IReadOnlyList<NeighbourClasses>? neighbours = null)
    {
        Checks checks = new();
        string unit = UnitId ?? callersUnit;
        checks.Require(plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        string? stream = StreamId ?? plan.Streams.FirstOrDefault(s => s.ClassCount is null)?.Id;
        checks.Require(stream is not null && plan.FindStream(stream) is not null, "streamId", stream is null ? "required" : "stream-unknown");
        string? host = HostUnitId ?? (plan.FindUnit(unit) is { IsCommuneLevel: true } ? unit : null);
        checks.Require(host is not null && plan.FindUnit(host) is { IsCommuneLevel: true }, "hostUnitId", host is null ? "required" : "unit-unknown");
        string place = checks.Text("place", Place, 300), title = checks.Text("title", Title, 300);
        string? content = checks.Paragraphs("content", Content, 2_000), note = checks.Paragraphs("note", Note, 1_000);
        Days(checks, plan, VietnamTime.DateOf(now));
        People(checks);
        IReadOnlyDictionary<string, int> audiences = ByAudience(checks), groups = ByGroup(checks);
        IReadOnlyList<Spending> spent = SpendingForm.Check(Spent is null ? null : [.. Spent.Select(s => s with { Amount = s.Amount ?? 0 })], plan, checks);
        checks.ThrowIfAny();

        DeclaredClass made = new()
        {
            PlanId = plan.Id,
            Id = id,
            UnitId = unit,
            StreamId = stream!,
            HostUnitId = host!,
            Place = place,
            Title = title,
            Content = content,
            FirstDay = FirstDay!.Value,
            LastDay = LastDay ?? FirstDay.Value,
            Attended = Attended!.Value,
            Women = Women!.Value,
            ByAudience = audiences,
            ByEthnicGroup = groups,
            Spent = [.. spent.Where(s => s.Amount > 0)],
            Note = note,
        };
        string[] same = [.. SameClasses.Of(made, classes, declared)];
        if (same.Length > 0 && IsOther != true) throw new InvalidInputException("isOther", "declaration-same", ("count", same.Length));
        foreach (NeighbourClasses beside in neighbours ?? [])
        {
            IReadOnlyList<string> twice = beside.SameAs(made);
            if (twice.Count > 0 && IsOther != true)
                throw new InvalidInputException("isOther", "declaration-same-plan", ("year", beside.Plan.Year), ("count", twice.Count));
            same = [.. same, .. twice];
        }

        return made with { OtherThanIds = same };
    }

    private void Days(Checks checks, Plan plan, DateOnly today)
    {
        checks.Require(FirstDay is not null, "firstDay", "required");
        if (FirstDay is not { } first) return;
        DateOnly last = LastDay ?? first;
        checks.Require(PlanDays.Has(plan, first), "firstDay", "outside-plan-year", ("year", plan.Year));
        checks.Require(last >= first, "lastDay", "declaration-days");
        checks.Require(last <= PlanDays.Last(plan) || LastDay is null, "lastDay", "outside-plan-year", ("year", plan.Year));
        checks.Require(last <= today, LastDay is null ? "firstDay" : "lastDay", "in-the-future");
    }

    private void People(Checks checks)
    {
        checks.Require(Attended is >= 1 and <= MostPeople, "attended", Attended is null ? "required" : "range", ("from", 1), ("to", MostPeople));
        if (Women is null) checks.Fail("women", "required");
        else checks.Require(Women >= 0 && (Attended is null || Women <= Attended), "women", "range", ("from", 0), ("to", Attended ?? MostPeople));
    }

    private Dictionary<string, int> ByAudience(Checks checks)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach ((int i, AudienceCountForm? form) in (Audiences ?? []).Take(Enum.GetValues<Audience>().Length).Index())
        {
            if (form is null or { Count: null or 0 }) continue;
            checks.Require(form.Audience is not null, $"audiences[{i}].audience", "required");
            checks.Require(form.Count is > 0 and <= MostPeople, $"audiences[{i}].count", "range", ("from", 0), ("to", MostPeople));
            if (form.Audience is { } audience) counts[audience.ToString()] = counts.GetValueOrDefault(audience.ToString()) + form.Count.Value;
        }

        int most = Enum.GetValues<Audience>().Length;
        checks.Require(Audiences is null || Audiences.Count <= most, "audiences", "too-many", ("most", most));
        AddUp(checks, "audiences", counts);
        return counts;
    }

    private Dictionary<string, int> ByGroup(Checks checks)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach ((int i, GroupCountForm? form) in (EthnicGroups ?? []).Take(MostGroups).Index())
        {
            if (form is null or { Count: null or 0, Name: null or "" }) continue;
            string name = Domain.People.EthnicGroups.Named(checks.Text($"ethnicGroups[{i}].name", form.Name, 60));
            checks.Require(form.Count is > 0 and <= MostPeople, $"ethnicGroups[{i}].count", "range", ("from", 1), ("to", MostPeople));
            counts[name] = counts.GetValueOrDefault(name) + (form.Count ?? 0);
        }

        checks.Require(EthnicGroups is not { Count: > MostGroups }, "ethnicGroups", "too-many", ("most", MostGroups));
        AddUp(checks, "ethnicGroups", counts);
        return counts;
    }

    private void AddUp(Checks checks, string field, Dictionary<string, int> counts)
    {
        long sum = counts.Values.Sum(c => (long)c);
        if (counts.Count > 0 && Attended is { } attended) checks.Require(sum == attended, field, "declaration-sum", ("sum", sum), ("attended", attended));
    }
}
