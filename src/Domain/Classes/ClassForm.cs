namespace NtmServerless.Domain.Classes;

/// <summary>What an officer fills in to put a class of a stream into the year.</summary>
public sealed record ClassForm
{
    public string? StreamId { get; init; }
    public string? Title { get; init; }

    /// <summary>The unit that runs it; may be left out where the stream has exactly one lead unit.</summary>
    public string? LeadUnitId { get; init; }
    public string? HostUnitId { get; init; }
    public IReadOnlyList<string>? TopicIds { get; init; }

    public int? Capacity { get; init; }

    /// <summary>Seats held for the plan's priority groups until the release; the stream's number by default.</summary>
    public int? SeatsHeldForPriority { get; init; }
    public DateTimeOffset? PriorityReleaseAt { get; init; }

    /// <summary>Fewer than this at the close: the lead unit is asked whether to extend, go on or cancel. Half of the seats by default.</summary>
    public int? Minimum { get; init; }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    /// <exception cref="RuleBrokenException">
    /// <see cref="Rule.StreamFull"/> when the stream has all the classes the plan orders, <see cref="Rule.ShareFull"/> when the unit has all
    /// that it was dealt, <see cref="Rule.ClassHostNotQualified"/>.
    /// </exception>
    /// <param name="shares">How the plan's classes are dealt out; null: they are not.</param>
    /// <param name="declared">What units declared and the office accepted: the plan orders that many fewer.</param>
    public TrainingClass Check(
        ClassId id, Plan plan, IReadOnlyCollection<TrainingClass> existing, PlanShares? shares = null, IReadOnlyCollection<DeclaredShare>? declared = null)
    {
        declared ??= [];
        Checks checks = new();
        TrainingStream? stream = plan.Streams.FirstOrDefault(s => s.Id == StreamId);
        checks.Require(stream is not null, "streamId", StreamId is null ? "required" : "stream-unknown");
        string? title = checks.OptionalText("title", Title, 300);
        string? lead = LeadUnitId ?? (stream is not null && plan.UnitsOf(stream.Lead) is [var only] ? only.Id : null);
        Unit? leading = lead is null ? null : plan.FindUnit(lead);
        checks.Require(leading is not null, "leadUnitId", lead is null ? "required" : "unit-unknown");
        if (stream is not null && leading is not null && !stream.Lead.MayBeLedBy(leading))
        {
            FieldError wrong = stream.Lead.NotLedBy("leadUnitId");
            checks.Fail(wrong.Field, wrong.Code, wrong.Facts);
        }

        checks.Require(HostUnitId is not null && plan.FindUnit(HostUnitId) is { IsCommuneLevel: true }, "hostUnitId", HostUnitId is null ? "required" : "unit-unknown");
        foreach (string topic in TopicIds ?? [])
            checks.Require(plan.Topics.Any(t => t.Id == topic), "topicIds", "topic-unknown", ("topic", topic));
        int capacity = Capacity ?? stream?.SeatsPerClass ?? 50;
        checks.Require(capacity is >= 1 and <= 500, "capacity", "range", ("from", 1), ("to", 500));
        int held = SeatsHeldForPriority ?? stream?.PrioritySeats ?? 0;
        checks.Require(held >= 0 && held <= capacity, "seatsHeldForPriority", "range", ("from", 0), ("to", capacity));
        int minimum = Minimum ?? stream?.MinimumParticipants ?? capacity / 2;
        checks.Require(minimum >= 0 && minimum <= capacity, "minimum", "range", ("from", 0), ("to", capacity));
        checks.ThrowIfAny();

        TrainingClass[] ofStream = [.. existing.Where(c => c.StreamId == stream!.Id)];
        if (stream!.ClassCount is { } count && ofStream.Count(c => c.Stage != ClassStage.Cancelled) + declared.Count(d => d.StreamId == stream.Id) >= count)
            throw new RuleBrokenException(Rule.StreamFull, ("stream", stream.DisplayTitle), ("count", count));
        Refusal.ThrowIfAny(shares?.WhyNotPlanned(plan, stream, lead!, existing, declared));
        if (stream.QualifyingUnitIds.Count > 0 && !stream.QualifyingUnitIds.Contains(HostUnitId!))
            throw new RuleBrokenException(Rule.ClassHostNotQualified, ("stream", stream.DisplayTitle));
        int number = ofStream.Select(c => c.Number).DefaultIfEmpty().Max() + 1;
        // Never a number twice, whatever was cancelled; classes founded before there were such numbers count too.
        int inPlan = Math.Max(existing.Count, existing.Select(c => c.NumberInPlan).DefaultIfEmpty().Max()) + 1;
        return new TrainingClass
        {
            Id = id,
            PlanId = plan.Id,
            StreamId = stream.Id,
            Number = number,
            NumberInPlan = inPlan,
            Title = title ?? stream.Title,
            TopicIds = TopicIds ?? [],
            LeadUnitId = lead!,
            HostUnitId = HostUnitId!,
            PartnerUnitIds = [.. plan.UnitsOf(stream.Partners).Select(u => u.Id)],
            Audiences = stream.Audiences,
            PriorityPlaces = [.. plan.PriorityGroups.SelectMany(PlacesOf)],
            Seats = new Seats(capacity, held, PriorityReleaseAt?.ToUniversalTime()),
            Minimum = minimum,
            PersonKeys = PersonKey.Rule,
        };
    }

    private static IEnumerable<PriorityPlace> PlacesOf(PriorityGroup group) =>
        [.. group.UnitIds.Select(u => new PriorityPlace(u)), .. group.Villages.Select(v => new PriorityPlace(v.UnitId, v.Name))];
}
