namespace NtmServerless.Domain.Practice;

/// <summary>What happened by itself between two moments, for who moved a practice clock over them. Worked out from the records alone.</summary>
public static class OnTheWay
{
    /// <summary>What the lifecycles of classes did, in the order of time.</summary>
    /// <param name="from">Not counted: the clock stood there.</param>
    /// <param name="to">Counted: what is due exactly then was done.</param>
    public static IReadOnlyList<ClassOnTheWay> Of(IEnumerable<ClassOfPlan> classes, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. classes.SelectMany(c => ClassTimeline.Of(c.Class)
                .Where(e => e is { State: MomentState.Done, By: MomentBy.Lifecycle } && e.At > from && e.At <= to)
                .Select(e => new ClassOnTheWay(c, e.What, e.At!.Value)))
            .OrderBy(e => e.At).ThenBy(e => e.What).ThenBy(e => e.Of.Class.Id, StringComparer.Ordinal),
    ];

    /// <summary>What the cycles of reports did, in the order of time.</summary>
    /// <inheritdoc cref="Of(IEnumerable{ClassOfPlan}, DateTimeOffset, DateTimeOffset)"/>
    public static IReadOnlyList<ReportOnTheWay> Of(IEnumerable<PeriodicReport> reports, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. reports.SelectMany(Done).Where(e => e.At > from && e.At <= to)
            .OrderBy(e => e.At).ThenBy(e => e.What).ThenBy(e => e.Report.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<ReportOnTheWay> Done(PeriodicReport report)
    {
        if (report.AskedByUnitId is null) yield return new(report, ReportMoment.CameDue, report.AskedAt);
        if (report.Trace.UnitsAskedAt is { } asked) yield return new(report, ReportMoment.UnitsAsked, asked);
        if (report.Trace.UnitsRemindedAt is { } reminded) yield return new(report, ReportMoment.UnitsReminded, reminded);
        if (report.Trace.EscalatedAt is { } escalated) yield return new(report, ReportMoment.Escalated, escalated);
    }
}

/// <summary>A step that a class's lifecycle carried out.</summary>
public sealed record ClassOnTheWay(ClassOfPlan Of, ClassMoment What, DateTimeOffset At);

/// <summary>A step that a report's cycle carried out.</summary>
public sealed record ReportOnTheWay(PeriodicReport Report, ReportMoment What, DateTimeOffset At);

/// <summary>What a report's cycle does by itself.</summary>
public enum ReportMoment
{
    CameDue,
    UnitsAsked,
    UnitsReminded,
    Escalated,
}
