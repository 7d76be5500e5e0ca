using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NtmServerless.Functions.Registrations;

/// <summary>Registering, looking up, cancelling: by the person, by an officer, from an outside form.</summary>
public sealed class RegistrationActs(
    ClassStore ledger, ClassReader records, TellingStore tellings, PlanActs plans,
    AuditTrail audit, PublicRate rate, TimeProvider time)
{
    private readonly ConcurrentDictionary<ClassId, PlanId> _planOfClass = new();

    /// <summary>The plan that a class belongs to; a class never changes it, so it is remembered.</summary>
    public async Task<PlanId> PlanOfAsync(ClassId classId, CancellationToken cancellation) =>
        _planOfClass.TryGetValue(classId, out PlanId known)
            ? known
            : _planOfClass[classId] = (await records.GetAsync(classId, cancellation)).PlanId;

    public async Task<RegistrationReceipt> RegisterAsync(
        ClassId classId, PlanId planId, Ask<RegistrationForm> ask, RegistrationSource source)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        DateTimeOffset now = time.GetUtcNow();
        Applicant applicant = ask.Form.Check(VietnamTime.DateOf(now).Year, id => plan.FindUnit(id) is { IsCommuneLevel: true }, VietnamesePhone.Read);
        RegistrationReceipt receipt = await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (ask.By is { } caller && !caller.MayRegister(work.Class, applicant.UnitId)) throw new ForbiddenException();
            bool taken = work.Careful && await work.IsRegisteredAsync(applicant.PersonKey, cancellation);
            if (taken && !ask.Form.AnotherPerson) throw new RuleBrokenException(Rule.AlreadyRegistered);
            string code = RegistrationCode.From(RandomNumberGenerator.GetBytes(5));
            (TrainingClass c, Registration r) =
                RegistrationDecisions.Register(work.Class, applicant, code, source, ask.By?.UnitId, namesake: taken, now);
            work.Set(c);
            work.Add(r);
            return new RegistrationReceipt(classId, r.Code, r.Status, r.Sequence, r.Status == RegistrationStatus.Waitlisted ? c.Seats.Waitlisted : null);
        }, groups: true);
        Measures.Registered(receipt.Status);
        return receipt;
    }

    /// <summary>Looks a registration up by its code and one thing that only the person and the family know.</summary>
    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    public async Task<RegistrationReceipt> LookUpAsync(ClassId classId, CodeForm form, string? address, CancellationToken cancellation)
    {
        string? code = RegistrationCode.Read(form.Code);
        using Guesses guesses = rate.LookUp(classId, code, address);
        return await ReceiptAsync(classId, await ProvenAsync(classId, code, form, guesses, cancellation), cancellation);
    }

    /// <summary>For who holds the receipt's own address, with the place on the waitlist; null when it is nobody's registration any more.</summary>
    public async Task<(Registration Registration, int? WaitlistPlace)?> FindOwnAsync(ClassId classId, string code, CancellationToken cancellation) =>
        await records.FindRegistrationAsync(classId, code, cancellation) is { AnonymisedAt: null } r ? (r, await PlaceAsync(classId, r, cancellation)) : null;

    /// <inheritdoc cref="LookUpAsync"/>
    public async Task<RegistrationReceipt> CancelOwnAsync(ClassId classId, Ask<CodeForm> ask, string? address)
    {
        string? code = RegistrationCode.Read(ask.Form.Code);
        using Guesses guesses = rate.LookUp(classId, code, address);
        return await CancelOwnAsync(classId, code, ask, guesses);
    }

    /// <summary>For who holds the receipt's own address: whatever strangers guess at does not shut it.</summary>
    public async Task<RegistrationReceipt> CancelOnReceiptAsync(ClassId classId, string code, Ask<CodeForm> ask)
    {
        using Guesses guesses = rate.OnReceipt(classId, code);
        return await CancelOwnAsync(classId, code, ask, guesses);
    }

    private async Task<RegistrationReceipt> CancelOwnAsync(ClassId classId, string? code, Ask<CodeForm> ask, Guesses guesses)
    {
        Registration proven = await ProvenAsync(classId, code, ask.Form, guesses, ask.Cancellation);
        return await CancelAsync(classId, proven.Code, null, ask, (_, _) => true);
    }

    public Task<RegistrationReceipt> CancelForAsync(ClassId classId, string code, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return CancelAsync(classId, code, reason, ask, (c, r) => ask.Caller.MayRegister(c, r.Applicant.UnitId));
    }

    /// <summary>Somebody else comes in the place of somebody who has a seat: who runs the class, or a commune within its own people.</summary>
    public async Task<RegistrationReceipt> ReplaceAsync(ClassId classId, string typed, Ask<SubstituteForm> ask)
    {
        string code = RegistrationCode.Read(typed) ?? throw new RecordMissingException("registration");
        Plan plan = await plans.GetAsync(await PlanOfAsync(classId, ask.Cancellation), ask.Cancellation);
        DateTimeOffset now = time.GetUtcNow();
        Applicant substitute = ask.Form.Check(VietnamTime.DateOf(now).Year, id => plan.FindUnit(id) is { IsCommuneLevel: true }, VietnamesePhone.Read);
        return await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            Registration leaving = await work.FindRegistrationAsync(code, cancellation) ?? throw new RecordMissingException("registration");
            if (!ask.Caller.MayReplace(work.Class, leaving, substitute)) throw new ForbiddenException();
            bool taken = await work.IsRegisteredAsync(substitute.PersonKey, cancellation);
            if (taken && !ask.Form.AnotherPerson) throw new RuleBrokenException(Rule.AlreadyRegistered);
            (TrainingClass c, Registration replaced, Registration added) = Substitution.Replace(
                work.Class, leaving, substitute, RegistrationCode.From(RandomNumberGenerator.GetBytes(5)), ask.Caller.UnitId, ask.Form.KeptReason(), now);
            work.Set(c);
            await work.LeaveAsync(replaced, cancellation);
            // Whom the substitute is a namesake of may be the one who leaves.
            work.Add(added with { Namesake = await work.IsRegisteredAsync(substitute.PersonKey, cancellation) });
            await tellings.LeavesAsync(work, replaced, cancellation);
            await work.MoveUpAsync(now, cancellation);
            return new RegistrationReceipt(classId, added.Code, added.Status, added.Sequence, null);
        });
    }

    /// <summary>The registrations that a caller may see, and the look at them in the audit trail.</summary>
    /// <param name="look">How the audit trail names the look.</param>
    public async Task<(TrainingClass Class, IReadOnlyList<Registration> Seen)> RosterAsync(
        ClassId classId, Caller caller, CancellationToken cancellation, string look = "roster-read")
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        Registration[] seen = [.. (await records.RegistrationsAsync(classId, cancellation)).Where(r => caller.MaySee(c, r))];
        if (seen.Length == 0 && !caller.MayTakeAttendance(c) && caller.Role is not Role.Commune) throw new ForbiddenException();
        await audit.WriteAsync(Actor.Of(caller), look, classId, seen.Length, cancellation);
        return (c, seen);
    }

    private async Task<RegistrationReceipt> ReceiptAsync(ClassId classId, Registration r, CancellationToken cancellation) =>
        new(classId, r.Code, r.Status, r.Sequence, await PlaceAsync(classId, r, cancellation));

    private async Task<int?> PlaceAsync(ClassId classId, Registration r, CancellationToken cancellation) => r.Status == RegistrationStatus.Waitlisted
        ? (await records.RegistrationsAsync(classId, cancellation)).Count(o => o.Status == RegistrationStatus.Waitlisted && o.Sequence <= r.Sequence)
        : null;

    /// <summary>One registration with its personal data, and the look at it in the audit trail.</summary>
    public async Task<(TrainingClass Class, Registration Registration)> PersonAsync(
        ClassId classId, string typed, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        Registration r = RegistrationCode.Read(typed) is { } code && await records.FindRegistrationAsync(classId, code, cancellation) is { } found
            ? found : throw new RecordMissingException("registration");
        if (!caller.MaySee(c, r)) throw new ForbiddenException();
        await audit.WriteAsync(Actor.Of(caller), "roster-person-read", classId, 1, cancellation);
        return (c, r);
    }

    private Task<RegistrationReceipt> CancelAsync<T>(
        ClassId classId, string typed, string? reason, Ask<T> ask, Func<TrainingClass, Registration, bool> may)
    {
        string code = RegistrationCode.Read(typed) ?? throw new RecordMissingException("registration");
        return ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            DateTimeOffset now = time.GetUtcNow();
            Registration found = await work.FindRegistrationAsync(code, cancellation) ?? throw new RecordMissingException("registration");
            if (!may(work.Class, found)) throw new ForbiddenException();
            (TrainingClass c, Registration cancelled) = RegistrationDecisions.Cancel(work.Class, found, reason, now);
            if (!ReferenceEquals(cancelled, found))
            {
                work.Set(c);
                await work.LeaveAsync(cancelled, cancellation);
                await tellings.LeavesAsync(work, cancelled, cancellation);
                await work.MoveUpAsync(now, cancellation);
            }

            return new RegistrationReceipt(classId, cancelled.Code, cancelled.Status, cancelled.Sequence, null);
        });
    }

    // The same answer whether the code or the second thing is wrong.
    private async Task<Registration> ProvenAsync(ClassId classId, string? code, CodeForm form, Guesses guesses, CancellationToken cancellation)
    {
        form.EnsureFilled();
        Registration? r = code is not null ? await records.FindRegistrationAsync(classId, code, cancellation) : null;
        if (r is { AnonymisedAt: null } && form.Proves(r.Applicant)) return r;
        guesses.WereWrong();
        throw new RecordMissingException("registration");
    }
}
