using System.Security.Cryptography;

namespace NtmServerless.Functions.Attendance;

/// <summary>Taking attendance, and people who came without having registered.</summary>
public sealed class AttendanceActs(ClassStore ledger, PlanActs plans, ClassReader records, AuditTrail audit, TimeProvider time)
{
    /// <summary>Everybody who may be marked in some session, and what was marked so far in every session; the look is in the audit trail.</summary>
    public async Task<AttendancePageData> BookAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayTakeAttendance(c)) throw new ForbiddenException();
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        Registration[] people = [.. (await records.RegistrationsAsync(classId, cancellation)).Where(r => c.Sessions.Any(r.BelongsTo))];
        IReadOnlyList<AttendanceSheet> sheets = await records.SheetsAsync(classId, cancellation);
        await audit.WriteAsync(Actor.Of(caller), "roster-read", classId, people.Length, cancellation);
        return new AttendancePageData(c, plan, people, sheets);
    }

    /// <param name="everybody">Whoever is expected and has no mark is present.</param>
    public Task<SessionCount> TakeAsync(ClassId classId, int session, Ask<AttendanceForm> ask, bool everybody = false) =>
        ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayTakeAttendance(work.Class)) throw new ForbiddenException();
            IReadOnlyList<KeyValuePair<string, Mark>> marks = ask.Form.Check(mayBeNone: everybody);
            Dictionary<string, Registration> known = (await work.RegistrationsAsync(cancellation)).ToDictionary(r => r.Code, StringComparer.Ordinal);
            AttendanceSheet before = await work.SheetAsync(session, cancellation);
            if (everybody && work.Class.Sessions.FirstOrDefault(s => s.Number == session) is { } held)
                marks = AttendanceDecisions.WithEverybody(marks, before, held, known.Values);
            (TrainingClass c, AttendanceSheet sheet) = AttendanceDecisions.Take(work.Class, before, marks, known, time.GetUtcNow());
            work.Set(c);
            work.Put(sheet);
            return c.SessionCounts.Single(s => s.Session == session);
        });

    /// <summary>Adds somebody at the door and marks them present in one transaction.</summary>
    public async Task<RegistrationReceipt> WalkInAsync(ClassId classId, int session, Ask<RegistrationForm> ask)
    {
        TrainingClass current = await records.GetAsync(classId, ask.Cancellation);
        Plan plan = await plans.GetAsync(current.PlanId, ask.Cancellation);
        DateTimeOffset now = time.GetUtcNow();
        Applicant applicant = ask.Form.Check(VietnamTime.DateOf(now).Year, id => plan.FindUnit(id) is { IsCommuneLevel: true }, VietnamesePhone.Read);
        return await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayTakeAttendance(work.Class)) throw new ForbiddenException();
            if (await work.IsRegisteredAsync(applicant.PersonKey, cancellation) && !ask.Form.AnotherPerson)
                throw new RuleBrokenException(Rule.AlreadyRegistered);
            string code = RegistrationCode.From(RandomNumberGenerator.GetBytes(5));
            (TrainingClass c, Registration walkIn) = AttendanceDecisions.WalkIn(work.Class, session, applicant, code, ask.Caller.UnitId, now);
            Dictionary<string, Registration> known =
                (await work.RegistrationsAsync(cancellation)).Append(walkIn).ToDictionary(r => r.Code, StringComparer.Ordinal);
            (TrainingClass marked, AttendanceSheet sheet) = AttendanceDecisions.Take(
                c, await work.SheetAsync(session, cancellation), [KeyValuePair.Create(code, Mark.Present)], known, now);
            work.Set(marked);
            work.Add(walkIn);
            work.Put(sheet);
            return new RegistrationReceipt(classId, code, walkIn.Status, walkIn.Sequence, null);
        });
    }
}

/// <summary>One person's mark.</summary>
public sealed record MarkForm(string? Code, Mark? Mark);
