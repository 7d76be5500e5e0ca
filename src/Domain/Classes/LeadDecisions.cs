namespace NtmServerless.Domain.Classes;

/// <summary>Who leads a class: the unit that the plan names (sections II.1 and II.2), or one to which the lead was handed on.</summary>
public static class LeadDecisions
{
    /// <summary>Why the lead cannot go to another unit any more; null until the class's report is handed in.</summary>
    public static Refusal? WhyNotTransferred(TrainingClass c) =>
        c.Stage.IsOver() ? new Refusal(Rule.ClassStage, ("stage", c.Stage))
        : c.Report.Stage == ClassReportStage.Submitted ? new Refusal(Rule.ReportStage, ("reportStage", c.Report.Stage)) : null;

    /// <summary>Hands the lead on; both units are told.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="WhyNotTransferred"/> says.</exception>
    /// <exception cref="InvalidInputException">The unit is unknown, runs no classes or leads this one already.</exception>
    public static ClassOutcome Transfer(TrainingClass c, Plan plan, string? toUnitId, string reason, string byUnitId, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotTransferred(c));
        string to = CheckedLead(plan, c.LeadUnitId, toUnitId, "lead-is-same");
        LeadTransfer transfer = new(c.LeadUnitId, to, reason, byUnitId, now);
        return new ClassOutcome(
            c with { LeadUnitId = to, LeadTransfers = [.. c.LeadTransfers, transfer] },
            new Notice(NoticeKind.LeadTransferred, [c.LeadUnitId, to], Detail: reason));
    }

    /// <summary>The units that can get the lead of a class or a tour: those that run such things, and any that the plan names to lead a stream.</summary>
    public static IEnumerable<Unit> UnitsFor(Plan plan, string fromUnitId) => plan.Units.Where(u => u.Id != fromUnitId && CanLead(plan, u));

    /// <summary>The unit that gets the lead of a class or a tour.</summary>
    /// <param name="same">The code where it has the lead already.</param>
    /// <exception cref="InvalidInputException">It is unknown, cannot lead, or has the lead already.</exception>
    internal static string CheckedLead(Plan plan, string fromUnitId, string? toUnitId, string same)
    {
        if (toUnitId is null) throw new InvalidInputException("toUnitId", "required");
        Unit? to = plan.FindUnit(toUnitId);
        string? wrong = to is null ? "unit-unknown" : to.Id == fromUnitId ? same : CanLead(plan, to) ? null : "unit-cannot-lead";
        return wrong is null ? toUnitId : throw new InvalidInputException("toUnitId", wrong);
    }

    private static bool CanLead(Plan plan, Unit unit) => unit.RunsClasses || plan.Streams.Any(s => s.Lead.Include(unit));
}
