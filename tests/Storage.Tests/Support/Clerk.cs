using System.Security.Cryptography;

namespace NtmServerless.Storage.Tests.Support;

/// <summary>The commands on a class, as requests make them.</summary>
internal static class Clerk
{
    public static Task<Registration> RegisterAsync(
        this Office office, ClassId classId, Applicant person, string? key = null, string content = "a", bool anotherPerson = false, Waker? waker = null)
    {
        DateTimeOffset now = office.Time.GetUtcNow();
        return office.Ledger.WriteAsync(classId, Sample.Submission(key ?? Guid.NewGuid().ToString("N"), content), waker ?? new Waker(), async (work, cancellation) =>
        {
            bool taken = work.Careful && await work.IsRegisteredAsync(person.PersonKey, cancellation);
            if (taken && !anotherPerson) throw new RuleBrokenException(Rule.AlreadyRegistered);
            (TrainingClass c, Registration r) = RegistrationDecisions.Register(
                work.Class, person, RegistrationCode.From(RandomNumberGenerator.GetBytes(5)), RegistrationSource.PublicForm, null, taken, now);
            work.Set(c);
            work.Add(r);
            return r;
        }, groups: true);
    }

    public static Task<Registration> CancelAsync(this Office office, ClassId classId, string code, string? key = null, string content = "a") =>
        office.Ledger.WriteAsync(classId, Sample.Submission(key ?? Guid.NewGuid().ToString("N"), content), new Waker(), async (work, cancellation) =>
        {
            DateTimeOffset now = office.Time.GetUtcNow();
            Registration found = await work.FindRegistrationAsync(code, cancellation) ?? throw new RecordMissingException("registration");
            (TrainingClass c, Registration cancelled) = RegistrationDecisions.Cancel(work.Class, found, "bận", now);
            if (ReferenceEquals(cancelled, found)) return found;
            work.Set(c);
            await work.LeaveAsync(cancelled, cancellation);
            await work.MoveUpAsync(now, cancellation);
            return cancelled;
        });

    public static Task<TrainingClass> SetSeatsAsync(this Office office, ClassId classId, int seats, string? key = null, Waker? waker = null) =>
        office.DecideAsync(classId, c => ClassDecisions.SetCapacity(c, seats), key, waker);

    /// <summary>A step of the lifecycle, with the promotions that belong to it.</summary>
    public static Task<TrainingClass> StepAsync(this Office office, ClassId classId, ClassStep step, Waker? waker = null) =>
        office.DecideAsync(classId, c => ClassSteps.CarryOut(c, step, "van-phong-dieu-phoi", office.Time.GetUtcNow()), null, waker);

    public static Task<TrainingClass> DecideAsync(
        this Office office, ClassId classId, Func<TrainingClass, ClassOutcome> decide, string? key = null, IWaker<TrainingClass>? waker = null) =>
        office.Ledger.WriteAsync(classId, Sample.Submission(key ?? Guid.NewGuid().ToString("N")), waker ?? new Waker(), async (work, cancellation) =>
        {
            work.Set(decide(work.Class));
            await work.MoveUpAsync(office.Time.GetUtcNow(), cancellation);
            return work.Class;
        });

    /// <summary>Keeps the desk of a class busy, so that what comes now is committed together; dispose to let it go on.</summary>
    public static Hold HoldDesk(this Office office, ClassId classId)
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task held = office.Ledger.WriteAsync(classId, Sample.Submission(Guid.NewGuid().ToString("N")), new Waker(), async (_, _) =>
        {
            await gate.Task;
            return "held";
        });
        return new Hold(gate, held);
    }

    private static async Task MoveUpAsync(this ClassWork work, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!work.Class.Seats.CanMoveUp || !Waitlist.MovesUp(work.Class)) return;
        (TrainingClass c, IReadOnlyList<Registration> promoted) = Waitlist.Promote(work.Class, await work.RegistrationsAsync(cancellation), now);
        work.Set(c);
        foreach (Registration r in promoted) work.Change(r);
        work.Tell(Waitlist.Tell(work.Class, promoted));
    }
}

/// <summary>A desk that is kept busy.</summary>
internal sealed class Hold(TaskCompletionSource gate, Task held)
{
    public Task ReleaseAsync()
    {
        gate.SetResult();
        return held;
    }
}
