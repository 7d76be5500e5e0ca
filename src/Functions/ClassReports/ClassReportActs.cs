namespace NtmServerless.Functions.ClassReports;

/// <summary>What the records already say for the report of a class, for the lead unit to complete.</summary>
public sealed record ClassReportDraft(
    TrainingClass Class, ClassFigures Figures, IReadOnlyList<SheetDifference> Differences, IReadOnlyList<ClassReport> Filed);

/// <summary>Drafting, filing, returning and approving the report of a class.</summary>
public sealed class ClassReportActs(ClassStore ledger, ClassReader records, PlanActs plans, DaysOffStore days, TimeProvider time)
{
    public async Task<ClassReportDraft> DraftAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayRun(c) && caller.Role is not (Role.Committee or Role.CultureOffice)) throw new ForbiddenException();
        IReadOnlyList<ClassReport> filed = await records.ReportsAsync(classId, cancellation);
        ClassFigures figures = c.Figures ?? ClassCounting.Of(
            await records.RegistrationsAsync(classId, cancellation), await records.SheetsAsync(classId, cancellation),
            filed is [.., var last] ? last.Spent : []);
        return new ClassReportDraft(c, figures, EvidenceDecisions.Differences(c), filed);
    }

    /// <summary>The reasons noted where a signature and a tap differ, for the report's explanation; they come without names.</summary>
    public async Task<IReadOnlyList<string>> DifferenceNotesAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayRun(c)) throw new ForbiddenException();
        return [.. (await records.ReadingsAsync(classId, cancellation)).OrderBy(r => r.Session).SelectMany(r => r.Notes.Values)];
    }

    public async Task<TrainingClass> SubmitAsync(ClassId classId, Ask<ClassReportForm> ask)
    {
        TrainingClass current = await records.GetAsync(classId, ask.Cancellation);
        Plan plan = await plans.GetAsync(current.PlanId, ask.Cancellation);
        WorkCalendar calendar = await days.CalendarAsync(ask.Cancellation);
        return await ledger.WriteAsync(classId, ask.Submission, ask.Waker, (work, _) =>
        {
            if (!ask.Caller.MayRun(work.Class)) throw new ForbiddenException();
            ClassReport report = ask.Form.Check(work.Class.Report.Revision + 1, plan, ask.Caller.UnitId, time.GetUtcNow());
            work.Set(ClassReportDecisions.Submit(work.Class, report, plan.FindOffice()).WithApprovalDue(calendar));
            work.Put(report);
            return Task.FromResult(work.Class);
        });
    }

    public async Task<TrainingClass> ReturnAsync(ClassId classId, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        WorkCalendar calendar = await days.CalendarAsync(ask.Cancellation);
        return await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            work.Set(ClassReportDecisions.Return(work.Class, reason, time.GetUtcNow()).WithReportDue(calendar));
            ClassReport filed = (await work.FindReportAsync(work.Class.Report.Revision, cancellation))!;
            work.Put(filed with { ReturnReason = reason });
            return work.Class;
        });
    }

    /// <summary>Closes the class: its figures are counted from the records one last time and fixed.</summary>
    public Task<TrainingClass> ApproveAsync(ClassId classId, Ask<NoForm> ask) =>
        ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            ClassReport? filed = await work.FindReportAsync(work.Class.Report.Revision, cancellation);
            ClassFigures figures = ClassCounting.Of(
                await work.RegistrationsAsync(cancellation), await work.SheetsAsync(cancellation), filed?.Spent ?? []);
            work.Set(ClassReportDecisions.Approve(work.Class, figures, time.GetUtcNow()));
            return work.Class;
        });
}

/// <summary>The report form of a class, filled in by its lead unit.</summary>
public sealed record ClassReportForm
{
    private const int Limit = 5_000;

    public string? Results { get; init; }
    public string? Contents { get; init; }
    public string? Materials { get; init; }
    public string? Trainers { get; init; }
    public IReadOnlyList<SpendingForm>? Spent { get; init; }
    public string? Difficulties { get; init; }
    public string? Proposals { get; init; }

    /// <summary>Why paper and attendance differ, where they do.</summary>
    public string? DifferenceNote { get; init; }

    public ClassReport Check(int revision, Plan plan, string unitId, DateTimeOffset now)
    {
        Checks checks = new();
        ClassReport report = new()
        {
            Revision = revision,
            Results = checks.RequiredParagraphs("results", Results, Limit),
            Contents = checks.Paragraphs("contents", Contents, Limit),
            Materials = checks.Paragraphs("materials", Materials, Limit),
            Trainers = checks.Paragraphs("trainers", Trainers, 1_000),
            Spent = SpendingForm.Check(Spent, plan, checks),
            Difficulties = checks.Paragraphs("difficulties", Difficulties, Limit),
            Proposals = checks.Paragraphs("proposals", Proposals, Limit),
            DifferenceNote = checks.Paragraphs("differenceNote", DifferenceNote, 1_000),
            ByUnitId = unitId,
            SubmittedAt = now,
        };
        checks.ThrowIfAny();
        return report;
    }
}
