using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NtmServerless.Documents.Keeping;

/// <summary>
/// All that a document is made from, as it is kept beside it: records, words of the template, head. Number, symbol and date
/// come with the document; from both, the same bytes are made at any time. Each kind fills in only what it reads, so that
/// nothing personal stands where none is needed.
/// </summary>
public sealed record DocumentSource
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public required DocumentKind Kind { get; init; }

    /// <summary>The plan as its file has it; see <see cref="PlanExport"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>Words of the templates used, by name of file.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    /// <summary>Number and date are those of the document.</summary>
    public DocumentHead? Head { get; init; }
    public TrainingClass? Class { get; init; }
    public IReadOnlyList<Registration> Registrations { get; init; } = [];
    public IReadOnlyList<AttendanceSheet> Sheets { get; init; } = [];
    public IReadOnlyList<EvidenceFact> Evidence { get; init; } = [];
    public ClassReport? ClassReport { get; init; }
    public Invitee? Invitee { get; init; }
    public PeriodicReport? Report { get; init; }
    public ReportFigures? Before { get; init; }
    public IReadOnlyList<UnitRemark> Remarks { get; init; } = [];
    public IReadOnlyList<string> UnitsMissing { get; init; } = [];
    public IReadOnlyList<AnnexTable> Tables { get; init; } = [];

    /// <summary>Title of a workbook.</summary>
    public string? Title { get; init; }
    public string? IssuingBody { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public IReadOnlyList<CommunicationActivity> Activities { get; init; } = [];
    public int? Year { get; init; }
    public IReadOnlyList<RegisteredDocument> Registered { get; init; } = [];

    public static DocumentSource Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<DocumentSource>(utf8, Json) ?? throw new JsonException("A kept source is empty.");

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
