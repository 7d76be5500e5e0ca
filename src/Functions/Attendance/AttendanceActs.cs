using System.Security.Cryptography;

namespace NtmServerless.Functions.Attendance;

/// <summary>Taking attendance, and people who came without having registered.</summary>
public sealed class AttendanceActs(ClassStore ledger, PlanActs plans, ClassReader records, AuditTrail audit, TimeProvider time)
{
    /// <summary>Everybody who may be marked in some session, and what was marked so far in every session; the look is in the audit trail.</summary>
    public async Task<AttendancePageData> BookAsync(string classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayTakeAttendance(c)) throw new ForbiddenException();
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        Registration[] people = [.. (await records.RegistrationsAsync(classId, cancellation)).Where(r => c.Sessions.Any(r.BelongsTo))];
        IReadOnlyList<AttendanceSheet> sheets = await records.SheetsAsync(classId, cancellation);
        await audit.WriteAsync(Actor.Of(caller), "roster-read", classId, people.Length, cancellation);
        return new AttendancePageData(c, plan, people, sheets);
    }

    public Task<SessionCount> TakeAsync(string classId, int session, Ask<AttendanceForm> ask) =>
        ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayTakeAttendance(work.Class)) throw new ForbiddenException();
            KeyValuePair<string, Mark>[] marks = ask.Form.Check();
            Dictionary<string, Registration> known = (await work.RegistrationsAsync(cancellation)).ToDictionary(r => r.Code, StringComparer.Ordinal);
            AttendanceSheet before = await work.SheetAsync(session, cancellation);
            (TrainingClass c, AttendanceSheet sheet) = AttendanceDecisions.Take(work.Class, before, marks, known, time.GetUtcNow());
            work.Set(c);
            work.Put(sheet);
            return c.SessionCounts.Single(s => s.Session == session);
        });

    /// <summary>Adds somebody at the door and marks them present in one transaction.</summary>
    public async Task<RegistrationReceipt> WalkInAsync(string classId, int session, Ask<RegistrationForm> ask)
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

/// <summary>The people of a class and their marks.</summary>
public sealed record AttendancePageData(TrainingClass Class, Plan Plan, IReadOnlyList<Registration> People, IReadOnlyList<AttendanceSheet> Sheets)
{
    public IReadOnlyList<Registration> PeopleOf(Session session) => [.. People.Where(r => r.BelongsTo(session))];

    /// <exception cref="RuleBrokenException">The class has no such session.</exception>
    public AttendanceSheet SheetOf(int session)
    {
        if (Class.Sessions.All(s => s.Number != session)) throw new RuleBrokenException(Rule.SessionUnknown, ("session", session));
        return Sheets.FirstOrDefault(s => s.Session == session) ?? new AttendanceSheet(session, new Dictionary<string, Mark>());
    }
}

/// <summary>One person's mark.</summary>
public sealed record MarkForm(string? Code, Mark? Mark);

/// <summary>Marks of one session; those left out stay as they are.</summary>
public sealed record AttendanceForm(IReadOnlyList<MarkForm>? Marks)
{
    private const int Most = 600;

    public KeyValuePair<string, Mark>[] Check()
    {
        Checks checks = new();
        checks.Require(Marks is { Count: > 0 and <= Most }, "marks", "marks-count", ("most", Most));
        List<KeyValuePair<string, Mark>> marks = [];
        foreach ((MarkForm form, int i) in (Marks ?? []).Take(Most).Select((m, i) => (m, i)))
        {
            if (RegistrationCode.Read(form?.Code) is not { } code) checks.Fail($"marks[{i}].code", Rule.AttendanceCodeUnknown);
            else if (form!.Mark is not { } mark) checks.Fail($"marks[{i}].mark", "required");
            else marks.Add(KeyValuePair.Create(code, mark));
        }

        checks.ThrowIfAny();
        return [.. marks];
    }
}
