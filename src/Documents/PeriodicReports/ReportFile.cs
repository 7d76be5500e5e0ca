namespace NtmServerless.Documents.PeriodicReports;

/// <summary>What a periodic or ad-hoc report is made of.</summary>
/// <param name="Report">Compiled: with its figures.</param>
public sealed record ReportFile(Plan Plan, PeriodicReport Report)
{
    /// <summary>The period before, to compare with; null: no comparison.</summary>
    public ReportFigures? Before { get; init; }

    /// <summary>What units wrote about difficulties and proposals, in the order of the report.</summary>
    public IReadOnlyList<UnitRemark> Remarks { get; init; } = [];

    /// <summary>Units that owed figures and gave none, by id: the report says so.</summary>
    public IReadOnlyList<string> UnitsMissing { get; init; } = [];
}

/// <summary>What one unit wrote; null: nothing.</summary>
public sealed record UnitRemark(string UnitId, string? Difficulties, string? Proposals);
