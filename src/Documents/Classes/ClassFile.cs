namespace NtmServerless.Documents.Classes;

/// <summary>What the documents of a class are made of. Each document reads only what it names; the rest may stay empty.</summary>
public sealed record ClassFile(Plan Plan, TrainingClass Class)
{
    /// <summary>For the lists, the signing sheet and the report.</summary>
    public IReadOnlyList<Registration> Registrations { get; init; } = [];

    /// <summary>Attendance taken, for the report.</summary>
    public IReadOnlyList<AttendanceSheet> Sheets { get; init; } = [];

    /// <summary>Files that arrived, for the report.</summary>
    public IReadOnlyList<EvidenceFact> Evidence { get; init; } = [];

    /// <summary>What the lead unit filed; required for the report only.</summary>
    public ClassReport? Report { get; init; }
}
