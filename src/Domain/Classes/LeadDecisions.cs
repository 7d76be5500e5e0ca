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
    /// <exception cref="InvalidInputException">The unit is unknown or leads the class already.</exception>
    public static ClassOutcome Transfer(TrainingClass c, Plan plan, string? toUnitId, string reason, string byUnitId, DateTimeOffset now)
    {
        Refusal.ThrowIfAny(WhyNotTransferred(c));
        string to = CheckedLead(plan, c.LeadUnitId, toUnitId);
        LeadTransfer transfer = new(c.LeadUnitId, to, reason, byUnitId, now);
        return new ClassOutcome(
            c with { LeadUnitId = to, LeadTransfers = [.. c.LeadTransfers, transfer] },
            new Notice(NoticeKind.LeadTransferred, [c.LeadUnitId, to], Detail: reason));
    }

    /// <summary>The unit that gets the lead of a class or a tour.</summary>
    /// <exception cref="InvalidInputException">It is unknown or has the lead already.</exception>
    internal static string CheckedLead(Plan plan, string fromUnitId, string? toUnitId)
    {
        if (toUnitId is null || plan.FindUnit(toUnitId) is null) throw new InvalidInputException("toUnitId", toUnitId is null ? "required" : "unit-unknown");
        return toUnitId == fromUnitId ? throw new InvalidInputException("toUnitId", "lead-is-same") : toUnitId;
    }
}
