namespace NtmServerless.Domain.Plans;

/// <summary>One group of training classes (section II.2.2).</summary>
public sealed record TrainingStream
{
    /// <summary>ASCII slug, unique among the streams.</summary>
    public required string Id { get; init; }

    /// <summary>The plan's own words on what the classes are for.</summary>
    public required string Title { get; init; }

    /// <summary>A few words for lists; null: use the title.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Ordered by the plan or begun by communes.</summary>
    public StreamOrigin Origin { get; init; }

    /// <summary>Đơn vị chủ trì; open where the plan names none (stream 2 of Cao Lộc 2024).</summary>
    public PlanParties Lead { get; init; } = PlanParties.Open;

    /// <summary>Đơn vị phối hợp.</summary>
    public PlanParties Partners { get; init; } = PlanParties.Open;

    /// <summary>Number and size in the plan's words.</summary>
    public string? QuantityText { get; init; }

    /// <summary>Number of classes, 1 to 1000; null where the plan leaves it open.</summary>
    public int? ClassCount { get; init; }

    /// <summary>Seats a class, 1 to 500; null where the plan leaves it open.</summary>
    public int? SeatsPerClass { get; init; }

    /// <summary>Thành phần in the plan's words.</summary>
    public string? AudienceText { get; init; }

    /// <summary>Who may attend; empty where the plan names nobody (stream 3 of Cao Lộc 2024).</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>Thời gian thực hiện in the plan's words.</summary>
    public string? TimeText { get; init; }

    /// <summary>Dates within which the classes are held.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>The plan promises the exact dates in a later notice ("thời gian cụ thể sẽ có thông báo sau").</summary>
    public bool TimeToBeAnnounced { get; init; }

    /// <summary>Seats a class kept for priority groups until the release date; null until an office sets it.</summary>
    public int? PrioritySeats { get; init; }

    /// <summary>Fewer registrations than this and the lead unit is asked what to do; null until an office sets it.</summary>
    public int? MinimumParticipants { get; init; }

    /// <summary>Communes that can be host; empty until an office sets them.</summary>
    public IReadOnlyList<string> QualifyingUnitIds { get; init; } = [];

    /// <summary>The short title, or the title where there is none.</summary>
    public string DisplayTitle => ShortTitle ?? Title;
}
