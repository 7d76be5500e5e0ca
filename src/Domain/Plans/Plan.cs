namespace NtmServerless.Domain.Plans;

/// <summary>
/// One year's plan of one issuing body, as data. What the plan's text leaves open is null or empty here and named by
/// <see cref="PlanOpenPoints"/>; nothing is filled in by guess.
/// </summary>
public sealed record Plan
{
    /// <summary>ASCII slug such as <c>caoloc-2024</c>.</summary>
    public required PlanId Id { get; init; }

    /// <summary>The year that the plan is for, 2000 to 2100.</summary>
    public required int Year { get; init; }

    /// <summary>Type of document, such as "KẾ HOẠCH".</summary>
    public required string DocumentType { get; init; }

    /// <summary>Trích yếu.</summary>
    public required string Title { get; init; }

    /// <summary>Remarks on the file itself; not part of the plan's text.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Number of the document; null until it is numbered.</summary>
    public int? Number { get; init; }

    /// <summary>What follows the number, such as "KH-BCĐ".</summary>
    public string? Notation { get; init; }

    /// <summary>Date of signing; null until it is signed.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Month on the document (1 to 12) while the day is still blank.</summary>
    public int? DatedMonth { get; init; }

    /// <summary>Place on the document.</summary>
    public required string Place { get; init; }

    /// <summary>Cơ quan ban hành.</summary>
    public required string IssuingBody { get; init; }

    /// <summary>Cơ quan chủ quản above it in the head of a document; null where the plan's text shows none.</summary>
    public string? ParentBody { get; init; }

    /// <summary>Căn cứ, one paragraph each.</summary>
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    /// <summary>The sentence between the legal bases and section I.</summary>
    public string? Enactment { get; init; }

    /// <summary>Every numbered heading, in order.</summary>
    public IReadOnlyList<PlanHeading> Headings { get; init; } = [];

    /// <summary>Section I.1, one paragraph each.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Section I.2, one paragraph each.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>Whom section I.2 puts first.</summary>
    public IReadOnlyList<PriorityGroup> PriorityGroups { get; init; } = [];

    /// <summary>Section II.1.1.</summary>
    public IReadOnlyList<CommunicationContent> CommunicationContents { get; init; } = [];

    /// <summary>What section II.1.2 says before its list.</summary>
    public string? TopicsIntroduction { get; init; }

    /// <summary>Section II.1.2.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>Section II.2.1 without the study tour.</summary>
    public IReadOnlyList<CommunicationForm> CommunicationForms { get; init; } = [];

    /// <summary>The study tours of section II.2.1.</summary>
    public IReadOnlyList<PlannedStudyTour> StudyTours { get; init; } = [];

    /// <summary>What section II.2.2 says before its list.</summary>
    public string? TrainingIntroduction { get; init; }

    /// <summary>Section II.2.2.</summary>
    public required IReadOnlyList<TrainingStream> Streams { get; init; }

    /// <summary>Section III.</summary>
    public Funding? Funding { get; init; }

    /// <summary>Section IV.</summary>
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];

    /// <summary>Who reports to whom.</summary>
    public required PlanReporting Reporting { get; init; }

    /// <summary>The last paragraph before the recipients.</summary>
    public string? Closing { get; init; }

    /// <summary>Nơi nhận.</summary>
    public IReadOnlyList<PlanParties> Recipients { get; init; } = [];

    /// <summary>Who signs; null until known.</summary>
    public Signer? Signer { get; init; }

    /// <summary>Whose the pages are; null: <see cref="OfficeIdentity.Of"/> says it.</summary>
    public OfficeIdentity? Office { get; init; }

    /// <summary>Targets for media work; empty until an office sets them.</summary>
    public IReadOnlyList<MediaTarget> MediaTargets { get; init; } = [];

    /// <summary>Mappings of outside forms for the webhook.</summary>
    public IReadOnlyList<FormMapping> Forms { get; init; } = [];

    /// <summary>Every body that the plan names, and sample units.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The unit of that id, or null.</summary>
    public Unit? FindUnit(string id) => Units.FirstOrDefault(unit => unit.Id == id);

    /// <summary>The short name of the unit of that id; the id itself where the plan has no such unit (any more).</summary>
    public string UnitName(string id) => FindUnit(id)?.ShortName ?? id;

    /// <summary>The title of the stream of that id, as it is shown; the id itself where the plan has no such stream (any more).</summary>
    public string StreamTitle(string id) => FindStream(id)?.DisplayTitle ?? id;

    /// <summary>The stream of that id, or null.</summary>
    public TrainingStream? FindStream(string id) => Streams.FirstOrDefault(stream => stream.Id == id);

    /// <summary>Id of the unit that hears of what is overdue: the first coordination office, or who compiles the plan's reports.</summary>
    public string FindOffice() =>
        Units.FirstOrDefault(unit => unit.Kind == UnitKind.CoordinationOffice)?.Id ?? Reporting.CompiledByUnitId ?? Units[0].Id;

    /// <summary>The units that are meant, in the plan's order.</summary>
    public IReadOnlyList<Unit> UnitsOf(PlanParties parties) => [.. Units.Where(parties.Include)];

    /// <summary>Whether a unit is to lead some communication work on a day, or has a target for it.</summary>
    public bool OwesCommunication(string unitId, DateOnly day) =>
        FindUnit(unitId) is { } unit
        && (CommunicationForms.Any(f => f.Lead.Include(unit) && f.Window?.Contains(day) != false)
            || MediaTargets.Any(t => t.UnitId == unitId && t.Window?.Contains(day) != false));
}
