namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>What people decide about a report, and what its checklist carries out.</summary>
public static class ReportDecisions
{
    /// <summary>Asks every unit that owes something; again, it changes nothing.</summary>
    public static ReportOutcome AskUnits(PeriodicReport r, IReadOnlyList<ReportOwed> owers, int? dueWorkingDays, DateTimeOffset now)
    {
        if (!IsDue(r, ReportStep.AskUnits, now)) return new(r);
        PeriodicReport asked = r with
        {
            Owers = owers,
            Trace = r.Trace with
            {
                UnitsAskedAt = now,
                DueWorkingDays = dueWorkingDays
            ?? ReportChecklist.DueDays
            }
        };
        return owers.Count == 0 ? new(asked) : new(asked, new Notice(NoticeKind.PeriodicReportAsked, [.. owers.Select(o => o.UnitId)]));
    }

    /// <summary>Takes a unit's answer in place of its former one.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ReportClosedForAnswers"/>, <see cref="Rule.ReportNotOwed"/>.</exception>
    public static ReportOutcome Answer(PeriodicReport r, UnitAnswer answer)
    {
        EnsureTakesAnswer(r, answer.UnitId);
        return new(r with { Answers = [.. r.Answers.Where(a => a.UnitId != answer.UnitId), answer.ToHead()] });
    }

    /// <inheritdoc cref="Answer"/>
    public static void EnsureTakesAnswer(PeriodicReport r, string unitId)
    {
        if (!r.TakesAnswers) throw new RuleBrokenException(Rule.ReportClosedForAnswers, ("reportStage", r.Stage));
        if (r.Owers.All(o => o.UnitId != unitId)) throw new RuleBrokenException(Rule.ReportNotOwed);
    }

    /// <summary>Puts the figures into the report: the draft lies with the compiling unit, and names who is missing.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ReportStage"/> when it is submitted or approved.</exception>
    public static ReportOutcome Compile(PeriodicReport r, Compilation made, string compiler, DateTimeOffset now)
    {
        EnsureStage(r, ReportStage.Asked, ReportStage.Compiled, ReportStage.Returned);
        PeriodicReport compiled = r with
        {
            Stage = r.Stage == ReportStage.Returned ? ReportStage.Returned : ReportStage.Compiled,
            CompiledAt = now,
            Compilations = r.Compilations + 1,
            AnswersCompiled = r.AnswersGiven,
            Figures = made.Figures,
            YearSoFar = made.YearSoFar,
            Before = made.Before,
            Corrections = made.Corrections,
            OtherChains = made.OtherChains,
            Carried = made.Carried,
            Stated = made.Stated,
            RowsSha256 = made.RowsSha256,
            UnitsMissing = [.. r.Missing()],
        };
        return r.Stage == ReportStage.Asked ? new(compiled, new Notice(NoticeKind.PeriodicReportDrafted, [compiler])) : new(compiled);
    }

    /// <summary>Hands the report to whoever signs for the committee.</summary>
    /// <param name="all">Every report of the plan, and of the plans that it carries.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ReportStage"/>, <see cref="Rule.ReportOutdated"/>.</exception>
    public static ReportOutcome Submit(PeriodicReport r, CompilerRemark? remark, IReadOnlyCollection<PeriodicReport> all, string approver, DateTimeOffset now)
    {
        EnsureStage(r, ReportStage.Compiled, ReportStage.Returned);
        if (r.HasNewAnswers || IsOutdated(r, all)) throw new RuleBrokenException(Rule.ReportOutdated);
        return new(
            r with { Stage = ReportStage.Submitted, SubmittedAt = now, Remark = remark, RemindedAt = null },
            new Notice(NoticeKind.PeriodicReportSubmitted, [approver]));
    }

    /// <summary>Whether another report of its chains was made, or made anew, since this one's corrections were counted against them.</summary>
    public static bool IsOutdated(PeriodicReport r, IReadOnlyCollection<PeriodicReport> all)
    {
        return Differs(r.PlanId, ReportSums.MainKind(r.Period), r.Corrections)
            || r.OtherChains.Any(c => Differs(r.PlanId, c.Kind, c.Corrections))
            || r.Carried.Any(c => Differs(c.PlanId, ReportSums.MainKind(r.Period), c.Corrections)
                || c.OtherChains.Any(o => Differs(c.PlanId, o.Kind, o.Corrections)));

        bool Differs(PlanId planId, PeriodKind kind, ReportCorrections? corrections) =>
            kind != PeriodKind.AdHoc && ReportChain.Around(r, planId, kind, all).Stamp != (corrections ?? ReportCorrections.None).AgainstCompilation;
    }

    /// <summary>Sends it back to the compiling unit, which may compile it anew.</summary>
    public static ReportOutcome Return(PeriodicReport r, string reason, string compiler, DateTimeOffset now)
    {
        EnsureStage(r, ReportStage.Submitted);
        return new(
            r with { Stage = ReportStage.Returned, ReturnedAt = now, ReturnReason = reason, Trace = r.Trace with { CompilerRemindedAt = null } },
            new Notice(NoticeKind.PeriodicReportReturned, [compiler], Detail: reason));
    }

    /// <summary>Approves it: the period is closed and its figures are fixed. Again, it changes nothing.</summary>
    public static ReportOutcome Approve(PeriodicReport r, DateTimeOffset now)
    {
        if (r.Stage == ReportStage.Approved) return new(r);
        EnsureStage(r, ReportStage.Submitted);
        return new(r with { Stage = ReportStage.Approved, ApprovedAt = now });
    }

    /// <summary>Notes that its documents are made and tells its recipients; again, it changes nothing.</summary>
    public static ReportOutcome Issue(PeriodicReport r, IReadOnlyList<string> documentIds, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        if (!IsDue(r, ReportStep.Issue, now)) return new(r);
        PeriodicReport issued = r with { IssuedAt = now, DocumentIds = documentIds };
        return recipients.Count == 0 ? new(issued) : new(issued, new Notice(NoticeKind.PeriodicReportIssued, recipients, Attachments: documentIds));
    }

    /// <summary>Carries out a reminder; one that is not due changes nothing.</summary>
    public static ReportOutcome Remind(PeriodicReport r, ReportStep step, ReportPosts posts, DateTimeOffset now)
    {
        if (!IsDue(r, step, now)) return new(r);
        string[] missing = [.. r.Missing()];
        ReportOutcome outcome = step switch
        {
            ReportStep.RemindUnits => new(r with { Trace = r.Trace with { UnitsRemindedAt = now } }, new Notice(NoticeKind.PeriodicReportReminder, missing)),
            ReportStep.Escalate => new(r with { Trace = r.Trace with { EscalatedAt = now } },
                new Notice(NoticeKind.PeriodicReportEscalated, [.. missing.Append(posts.Office).Distinct()])),
            ReportStep.RemindCompiler => new(r with { Trace = r.Trace with { CompilerRemindedAt = now } },
                new Notice(NoticeKind.PeriodicReportReminder, [posts.Compiler])),
            ReportStep.RemindApprover => new(r with { RemindedAt = now }, new Notice(NoticeKind.PeriodicReportReminder, [posts.Approver])),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
        // Back after days off, when the report is compiled at once without them: nobody is asked for what is not waited for.
        return step is ReportStep.RemindUnits or ReportStep.Escalate && now >= ReportChecklist.AnswersDue(r) ? new(outcome.Report) : outcome;
    }

    /// <summary>Whether a step of the checklist is the next one, and its time has come.</summary>
    public static bool IsDue(PeriodicReport r, ReportStep step, DateTimeOffset now) =>
        ReportChecklist.Next(r) is { } next && next.Step == step && next.DueAt <= now;

    private static void EnsureStage(PeriodicReport r, params ReadOnlySpan<ReportStage> stages)
    {
        if (!stages.Contains(r.Stage)) throw new RuleBrokenException(Rule.ReportStage, ("reportStage", r.Stage));
    }
}
