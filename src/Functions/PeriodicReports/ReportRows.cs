using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// The rows behind a report's figures: classes with what each adds, days of communication work, tours. Whoever adds the figures
/// up gives each record here too, so that both say the same. A record is written as a line of JSON at once: of ten thousand
/// classes none is held.
/// </summary>
public sealed class ReportRows
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly ArrayBufferWriter<byte> _lines;
    private readonly CountedSpan _span;
    private readonly PlanId? _planId;

    public ReportRows(CountedSpan span)
        : this(new ArrayBufferWriter<byte>(), span, null)
    {
    }

    private ReportRows(ArrayBufferWriter<byte> lines, CountedSpan span, PlanId? planId) => (_lines, _span, _planId) = (lines, span, planId);

    public ReadOnlyMemory<byte> Lines => _lines.WrittenMemory;

    public static IEnumerable<CountedRow> Read(ReadOnlyMemory<byte> lines)
    {
        while (lines.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            yield return JsonSerializer.Deserialize<CountedRow>(lines.Span[..end], Json)!;
            lines = lines[(end + 1)..];
        }
    }

    /// <summary>The same rows, for what is counted here of another plan.</summary>
    public ReportRows OfPlan(PlanId planId, CountedSpan span) => new(_lines, span, planId);

    // Of ten thousand classes a month counts a hundred: the others pass by. One that is held and not approved stands beside them
    // without figures, so that each column adds up to the report.
    public void Add(TrainingClass c)
    {
        DateOnly? approved = CountedOn.ClassOf(c);
        bool counts = IsWithin(approved), waits = HoldingFacts.IsHeld(c) && c.LastDay <= _span.To && !(approved <= _span.To);
        if (!counts && !waits && !IsWithin(CountedOn.CancellationOf(c))) return;
        bool hasDays = c.Sessions.Count > 0;
        ClassFigures? figures = counts ? c.Figures : null;
        Write(new CountedRow(Class: new CountedClass(
            c.Id, c.Title, c.StreamId, c.LeadUnitId, c.HostUnitId, hasDays ? c.FirstDay : null, hasDays ? c.LastDay : null, c.Stage, counts ? approved : null,
            figures?.Registered, figures?.Attended, figures?.WalkIns, figures?.Women, figures?.Spent.Values.Sum(), c.Number, c.NumberInPlan)
        {
            ByUnit = figures?.ByUnit,
            ByAudience = figures?.ByAudience,
            ByEthnicGroup = figures?.ByEthnicGroup,
            SpentBySource = figures?.Spent,
        }));
    }

    public void Add(DeclaredClass d)
    {
        if (CountedOn.DeclarationOf(d) is not { } accepted || !IsWithin(accepted)) return;
        ClassFigures figures = DeclaredFigures.Of(d);
        Write(new CountedRow(Class: new CountedClass(
            d.Id, d.Title, d.StreamId, d.UnitId, d.HostUnitId, d.FirstDay, d.LastDay, ClassStage.Closed, accepted,
            figures.Registered, figures.Attended, figures.WalkIns, figures.Women, figures.Spent.Values.Sum(), Declared: d.Stage)
        {
            ByUnit = figures.ByUnit,
            ByAudience = figures.ByAudience,
            ByEthnicGroup = figures.ByEthnicGroup,
            SpentBySource = figures.Spent,
        }));
    }

    public void Add(CommunicationDay day)
    {
        if (!_span.Contains(day.Date)) return;
        foreach (CommunicationCount count in day.Counts) Write(new CountedRow(Work: new CountedWork(day.Date, count.UnitId, count.Channel, count.Count)));
    }

    public void Add(StudyTour tour)
    {
        if (CountedOn.TourOf(tour) is not { } closed || !IsWithin(closed)) return;
        Write(new CountedRow(Tour: new CountedTour(
            tour.Destination ?? tour.Id, tour.LeadUnitId, tour.DepartsOn, tour.ReturnsOn, tour.Travelled, tour.Report?.Spent.Sum(s => s.Amount), closed)
        {
            SpentBySource = tour.Report?.Spent.GroupBy(s => s.SourceId).ToDictionary(g => g.Key, g => g.Sum(s => s.Amount)),
        }));
    }

    private bool IsWithin(DateOnly? day) => day is { } d && _span.Contains(d);

    private void Write(CountedRow row)
    {
        using (Utf8JsonWriter line = new(_lines)) JsonSerializer.Serialize(line, row with { PlanId = _planId?.Value }, Json);
        _lines.Write("\n"u8);
    }
}
