namespace NtmServerless.Functions.Classes;

/// <summary>What officers do with a class until it is held.</summary>
public sealed class ClassActs(
    ClassStore ledger, ClassReader records, ClassFounding founding, ClassSummaries summaries, DeclarationStore declarations, DaysOffStore days, PlanActs plans,
    YearStandings years, VietnameseTexts texts, TimeProvider time)
{
    /// <summary>Puts a class of a stream into the year.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.YearClosed"/>, or as the form says.</exception>
    public async Task<TrainingClass> PlanAsync(PlanId planId, Ask<ClassForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        IReadOnlyList<DeclaredShare> declared = DeclarationDecisions.SharesOf(await declarations.OfPlanAsync(planId, ask.Cancellation));
        YearStanding year = await years.OfAsync(plan, ask.Cancellation);
        return await founding.FoundAsync(planId, ask.Submission, ask.Waker, (id, existing, dealt) =>
        {
            TrainingClass c = ask.Form.Check(id, plan, existing, dealt, declared);
            if (!ask.Caller.MayPlanFor(c.LeadUnitId)) throw new ForbiddenException();
            Refusal.ThrowIfAny(year.WhyNotPlanned);
            return c;
        }, ask.Cancellation);
    }

    public Task<TrainingClass> AnnounceAsync(ClassId classId, Ask<AnnounceForm> ask) => DateAsync(classId, ask, ClassDecisions.Announce);

    public Task<TrainingClass> RescheduleAsync(ClassId classId, Ask<AnnounceForm> ask) => DateAsync(classId, ask, ClassDecisions.Reschedule);

    /// <summary>The class as it would be with these dates; nothing is kept.</summary>
    /// <exception cref="DatesWarnedException">Where something speaks against the dates and no reason is given.</exception>
    public async Task<TrainingClass> TryDatesAsync(TrainingClass c, AnnounceForm form, Caller caller, CancellationToken cancellation)
    {
        if (!caller.MayRun(c)) throw new ForbiddenException();
        DateTimeOffset now = time.GetUtcNow();
        ClassOutcome dated = c.Stage == ClassStage.Postponed ? ClassDecisions.Reschedule(c, form, now) : ClassDecisions.Announce(c, form, now);
        return (await DatingAsync(c.PlanId, cancellation)).Settle(dated, form.Reason, caller.UnitId, now).Class;
    }

    public Task<TrainingClass> ExtendAsync(ClassId classId, Ask<ExtendForm> ask) =>
        DecideAsync(classId, ask, (c, now) => ClassDecisions.Extend(c, ask.Form.Check(), now));

    public Task<TrainingClass> GoOnAsync(ClassId classId, Ask<NoForm> ask) => DecideAsync(classId, ask, ClassDecisions.GoOn);

    public Task<TrainingClass> PostponeAsync(ClassId classId, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return DecideAsync(classId, ask, (c, now) => ClassDecisions.Postpone(c, reason, now));
    }

    public Task<TrainingClass> CancelAsync(ClassId classId, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return DecideAsync(classId, ask, (c, now) => ClassDecisions.Cancel(c, reason, now));
    }

    /// <summary>The class did not take place: what was marked for it (nobody present) is wiped out in the same transaction.</summary>
    public Task<TrainingClass> CallNotHeldAsync(ClassId classId, Ask<NotHeldForm> ask)
    {
        (string reason, bool newDates) = ask.Form.Check();
        return DecideAsync(classId, ask, (c, now) => NotHeldDecisions.CallNotHeld(c, reason, newDates, now), async (work, cancellation) =>
        {
            foreach (AttendanceSheet sheet in await work.SheetsAsync(cancellation)) work.Put(sheet with { Marks = new Dictionary<string, Mark>() });
        });
    }

    /// <summary>An interrupted class ends with the sessions that were held.</summary>
    public async Task<TrainingClass> EndEarlyAsync(ClassId classId, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        WorkCalendar calendar = await days.CalendarAsync(ask.Cancellation);
        return await DecideAsync(classId, ask, (c, now) => NotHeldDecisions.EndEarly(c, reason, now).WithReportDue(calendar));
    }

    /// <summary>The lead of a class goes to another unit.</summary>
    public async Task<TrainingClass> TransferLeadAsync(ClassId classId, Ask<TransferLeadForm> ask)
    {
        string reason = new ReasonForm(ask.Form.Reason).Check();
        Plan plan = await plans.GetAsync((await records.GetAsync(classId, ask.Cancellation)).PlanId, ask.Cancellation);
        return await DecideAsync(classId, ask, (c, now) => ask.Caller.MayTransferLead(plan, c)
            ? LeadDecisions.Transfer(c, plan, ask.Form.ToUnitId, reason, ask.Caller.UnitId, now)
            : throw new ForbiddenException());
    }

    /// <summary>Changes the number of seats; people who wait move up in the same transaction.</summary>
    public Task<TrainingClass> SetCapacityAsync(ClassId classId, Ask<CapacityForm> ask) =>
        DecideAsync(classId, ask, (c, _) => ClassDecisions.SetCapacity(c, ask.Form.Check()));

    private async Task<TrainingClass> DateAsync(
        ClassId classId, Ask<AnnounceForm> ask, Func<TrainingClass, AnnounceForm, DateTimeOffset, ClassOutcome> decide)
    {
        ClassDating dating = await DatingAsync((await records.GetAsync(classId, ask.Cancellation)).PlanId, ask.Cancellation);
        return await DecideAsync(classId, ask, (c, now) => dating.Settle(decide(c, ask.Form, now), ask.Form.Reason, ask.Caller.UnitId, now));
    }

    /// <summary>What dates of a plan's classes are held against.</summary>
    public async Task<ClassDating> DatingAsync(PlanId planId, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        return new ClassDating(
            plan, await days.CalendarAsync(cancellation), await summaries.OfPlanAsync(planId, cancellation), c => ClassNames.InShort(c, plan, texts));
    }

    private Task<TrainingClass> DecideAsync<T>(ClassId classId, Ask<T> ask, Func<TrainingClass, DateTimeOffset, ClassOutcome> decide,
        Func<ClassWork, CancellationToken, Task>? also = null) =>
        ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayRun(work.Class)) throw new ForbiddenException();
            DateTimeOffset now = time.GetUtcNow();
            work.Set(await work.AddressedAsync(decide(work.Class, now), cancellation));
            if (also is not null) await also(work, cancellation);
            await work.MoveUpAsync(now, cancellation);
            return work.Class;
        });
}

/// <summary>A later end of registration.</summary>
public sealed record ExtendForm(DateTimeOffset? RegistrationClosesAt)
{
    public DateTimeOffset Check() => RegistrationClosesAt ?? throw new InvalidInputException("registrationClosesAt", "required");
}
