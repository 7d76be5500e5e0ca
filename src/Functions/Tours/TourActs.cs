using System.Security.Cryptography;

namespace NtmServerless.Functions.Tours;

/// <summary>What officers do with a study tour.</summary>
public sealed class TourActs(TourStore tours, PlanActs plans, YearStandings years, DaysOffStore days, AuditTrail audit, TimeProvider time)
{
    /// <summary>Puts a tour of the plan into the year, led by the unit that the plan names.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.YearClosed"/>, <see cref="Rule.TourPlanned"/>.</exception>
    public async Task<StudyTour> PlanAsync(PlanId planId, Ask<TourPlanForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        PlannedStudyTour planned = plan.StudyTours.FirstOrDefault(t => t.Id == ask.Form.PlannedTourId)
            ?? throw new InvalidInputException("plannedTourId", "tour-unknown");
        string? lead = ask.Form.LeadUnitId ?? (plan.UnitsOf(planned.Lead) is [var only] ? only.Id : null);
        if (lead is null || plan.FindUnit(lead) is null) throw new InvalidInputException("leadUnitId", lead is null ? "required" : "unit-unknown");
        if (!ask.Caller.MayPlanFor(lead)) throw new ForbiddenException();
        if (!planned.Lead.MayBeLedBy(plan.FindUnit(lead)!)) throw new InvalidInputException([planned.Lead.NotLedBy("leadUnitId")]);
        YearStanding year = await years.OfAsync(plan, ask.Cancellation);
        return await tours.FoundAsync(planId, ask.Submission, ask.Waker, id =>
        {
            Refusal.ThrowIfAny(year.WhyNotPlanned);
            return new StudyTour
            {
                Id = id,
                PlanId = planId,
                PlannedTourId = planned.Id,
                LeadUnitId = lead,
                MinimumMembers = planned.MinimumMembers,
                MaximumMembers = planned.MaximumMembers,
            };
        }, ask.Cancellation);
    }

    /// <summary>A tour and those of its members whom the caller may see; the look is audited.</summary>
    public async Task<TourWithMembers> MembersAsync(PlanId planId, TourId tourId, Caller caller, CancellationToken cancellation)
    {
        StudyTour tour = await tours.GetAsync(planId, tourId, cancellation);
        TourMember[] seen = [.. (await tours.MembersAsync(planId, tourId, cancellation)).Where(m => caller.MayNominate(tour, m.UnitId))];
        await audit.WriteAsync(Actor.Of(caller), "tour-members-read", tourId, seen.Length, cancellation);
        return new TourWithMembers(tour, seen);
    }

    public async Task<StudyTour> AnnounceAsync(PlanId planId, TourId tourId, Ask<TourForm> ask)
    {
        TourDating dating = new(await plans.GetAsync(planId, ask.Cancellation), await days.CalendarAsync(ask.Cancellation));
        DateTimeOffset now = time.GetUtcNow();
        return await DecideAsync(planId, tourId, ask, t => dating.Settle(TourDecisions.Announce(t, ask.Form, now), ask.Form.Reason, ask.Caller.UnitId, now));
    }

    public Task<StudyTour> PostponeAsync(PlanId planId, TourId tourId, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return DecideAsync(planId, tourId, ask, t => TourDecisions.Postpone(t, reason));
    }

    public Task<StudyTour> CancelAsync(PlanId planId, TourId tourId, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return DecideAsync(planId, tourId, ask, t => TourDecisions.Cancel(t, reason));
    }

    /// <summary>The lead of a tour goes to another unit.</summary>
    public async Task<StudyTour> TransferLeadAsync(PlanId planId, TourId tourId, Ask<TransferLeadForm> ask)
    {
        string reason = new ReasonForm(ask.Form.Reason).Check();
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        DateTimeOffset now = time.GetUtcNow();
        return await DecideAsync(planId, tourId, ask, t => ask.Caller.MayTransferLead(plan, t)
            ? TourDecisions.TransferLead(t, plan, ask.Form.ToUnitId, reason, ask.Caller.UnitId, now)
            : throw new ForbiddenException());
    }

    public async Task<StudyTour> ReportAsync(PlanId planId, TourId tourId, Ask<TourReportForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        TourReport report = ask.Form.Check(plan, ask.Caller.UnitId, time.GetUtcNow());
        return await DecideAsync(planId, tourId, ask, t => TourDecisions.File(t, report, ask.Form.Travelled ?? t.Members));
    }

    public async Task<StudyTour> AddMemberAsync(PlanId planId, TourId tourId, Ask<TourMemberForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        string code = RegistrationCode.From(RandomNumberGenerator.GetBytes(5));
        TourMember member = ask.Form.Check(code, plan, VietnamesePhone.Read);
        return await tours.WriteAsync(planId, tourId, ask.Submission, ask.Waker, async t =>
        {
            if (!ask.Caller.MayNominate(t, member.UnitId)) throw new ForbiddenException();
            StudyTour next = TourDecisions.AddMember(t);
            if (await tours.IsMemberAsync(planId, tourId, member.PersonKey, ask.Cancellation)) throw new RuleBrokenException(Rule.TourAlreadyMember);
            return new TourChange(new TourOutcome(next), Added: member);
        }, ask.Cancellation);
    }

    public async Task<StudyTour> RemoveMemberAsync(PlanId planId, TourId tourId, string code, Ask<NoForm> ask) =>
        await tours.WriteAsync(planId, tourId, ask.Submission, ask.Waker, async t =>
        {
            TourMember member = RegistrationCode.Read(code) is { } read && await tours.FindMemberAsync(planId, tourId, read, ask.Cancellation) is { } found
                ? found
                : throw new RecordMissingException("tour-member");
            if (!ask.Caller.MayNominate(t, member.UnitId)) throw new ForbiddenException();
            return new TourChange(new TourOutcome(TourDecisions.RemoveMember(t)), Removed: member);
        }, ask.Cancellation);

    private Task<StudyTour> DecideAsync<T>(PlanId planId, TourId tourId, Ask<T> ask, Func<StudyTour, TourOutcome> decide) =>
        tours.WriteAsync(planId, tourId, ask.Submission, ask.Waker,
            t => ask.Caller.MayRun(t) ? Task.FromResult(new TourChange(decide(t))) : throw new ForbiddenException(), ask.Cancellation);
}

/// <summary>A tour with the members that its caller may see.</summary>
public sealed record TourWithMembers(StudyTour Tour, IReadOnlyList<TourMember> Members);

/// <summary>Which tour of the plan, and who leads it where the plan leaves that open.</summary>
public sealed record TourPlanForm(string? PlannedTourId, string? LeadUnitId);

/// <summary>The report form of a tour.</summary>
public sealed record TourReportForm(string? Results, int? Travelled, IReadOnlyList<SpendingForm>? Spent)
{
    public TourReport Check(Plan plan, string unitId, DateTimeOffset now)
    {
        Checks checks = new();
        TourReport report = new(checks.RequiredParagraphs("results", Results, 5_000), SpendingForm.Check(Spent, plan, checks), unitId, now);
        checks.ThrowIfAny();
        return report;
    }
}
