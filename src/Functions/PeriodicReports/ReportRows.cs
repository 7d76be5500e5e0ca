using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>
/// The rows behind a report's figures: classes with what each adds, days of communication work, tours. Whoever adds the figures
/// up gives each record here too, so that both say the same. A record is written as a line of JSON at once: of ten thousand
/// classes none is held.
/// </summary>
public sealed class ReportRows(ReportingPeriod period)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly ArrayBufferWriter<byte> _lines = new();

    public ReadOnlyMemory<byte> Lines => _lines.WrittenMemory;

    public static IEnumerable<CountedRow> Read(ReadOnlyMemory<byte> lines)
    {
        while (lines.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            yield return JsonSerializer.Deserialize<CountedRow>(lines.Span[..end], Json)!;
            lines = lines[(end + 1)..];
        }
    }

    // Of ten thousand classes a month counts a hundred: the others pass by.
    public void Add(TrainingClass c)
    {
        if (!(HoldingFacts.IsHeld(c) && period.Contains(c.LastDay) || IsWithin(c.Report.ApprovedAt) || IsWithin(c.CancelledAt))) return;
        bool hasDays = c.Sessions.Count > 0;
        Write(new CountedRow(Class: new CountedClass(
            c.Id, c.Title, c.StreamId, c.LeadUnitId, c.HostUnitId, hasDays ? c.FirstDay : null, hasDays ? c.LastDay : null, c.Stage, DayOf(c.Report.ApprovedAt),
            c.Figures?.Registered, c.Figures?.Attended, c.Figures?.WalkIns, c.Figures?.Women, c.Figures?.Spent.Values.Sum(), c.Number, c.NumberInPlan)));
    }

    public void Add(CommunicationDay day)
    {
        if (!period.Contains(day.Date)) return;
        foreach (CommunicationCount count in day.Counts) Write(new CountedRow(Work: new CountedWork(day.Date, count.UnitId, count.Channel, count.Count)));
    }

    public void Add(StudyTour tour)
    {
        if (!IsWithin(tour.ClosedAt)) return;
        Write(new CountedRow(Tour: new CountedTour(
            tour.Destination ?? tour.Id, tour.LeadUnitId, tour.DepartsOn, tour.ReturnsOn, tour.Travelled, tour.Report?.Spent.Sum(s => s.Amount), DayOf(tour.ClosedAt)!.Value)));
    }

    private bool IsWithin(DateTimeOffset? moment) => DayOf(moment) is { } day && period.Contains(day);

    private static DateOnly? DayOf(DateTimeOffset? moment) => moment is { } m ? VietnamTime.DateOf(m) : null;

    private void Write(CountedRow row)
    {
        using (Utf8JsonWriter line = new(_lines)) JsonSerializer.Serialize(line, row, Json);
        _lines.Write("\n"u8);
    }
}
