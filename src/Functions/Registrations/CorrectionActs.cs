namespace NtmServerless.Functions.Registrations;

/// <summary>Putting a registration right: by an officer with a history, by the person with the receipt until the close.</summary>
public sealed class CorrectionActs(
    ClassStore ledger, ClassReader records, RegistrationActs registrations, PlanActs plans, PublicRate rate, TimeProvider time)
{
    public async Task<RegistrationReceipt> CorrectAsync(ClassId classId, string typed, Ask<CorrectionForm> ask)
    {
        string code = RegistrationCode.Read(typed) ?? throw new RecordMissingException("registration");
        Applicant written = await ReadAsync(classId, ask.Form with { Consent = true }, ask.Cancellation);
        return await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            Registration before = await work.FindRegistrationAsync(code, cancellation) ?? throw new RecordMissingException("registration");
            if (!ask.Caller.MayReplace(work.Class, before, written)) throw new ForbiddenException();
            Refusal.ThrowIfAny(CorrectionDecisions.WhyNotCorrected(work.Class, before));
            await PutRightAsync(work, before, written, ask.Caller.UnitId, ask.Form.KeptReason(), ask.Form.AnotherPerson, cancellation);
            return new RegistrationReceipt(classId, code, before.Status, before.Sequence, null);
        });
    }

    /// <summary>For who holds the receipt's own address and proves to be the person, as for cancelling.</summary>
    public async Task CorrectOnReceiptAsync(ClassId classId, string code, Ask<OwnCorrectionForm> ask)
    {
        using Guesses guesses = rate.OnReceipt(classId, code);
        CodeForm proof = new(code, ask.Form.Phone, ask.Form.BirthYear);
        proof.EnsureFilled();
        Registration? own = await records.FindRegistrationAsync(classId, code, ask.Cancellation);
        if (own is not { AnonymisedAt: null } || !proof.Proves(own.Applicant))
        {
            guesses.WereWrong();
            throw new RecordMissingException("registration");
        }

        await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            Registration before = await work.FindRegistrationAsync(code, cancellation) ?? throw new RecordMissingException("registration");
            Refusal.ThrowIfAny(CorrectionDecisions.WhyNotCorrectedByThePerson(work.Class, before, time.GetUtcNow()));
            Applicant written = ask.Form.Written(before.Applicant, VietnamTime.DateOf(time.GetUtcNow()).Year);
            await PutRightAsync(work, before, written, null, null, anotherPerson: false, cancellation);
            return code;
        });
    }

    public Task<RegistrationReceipt> BringBackAsync(ClassId classId, string typed, Ask<BringBackForm> ask)
    {
        string code = RegistrationCode.Read(typed) ?? throw new RecordMissingException("registration");
        return ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            Registration before = await work.FindRegistrationAsync(code, cancellation) ?? throw new RecordMissingException("registration");
            if (!ask.Caller.MayRegister(work.Class, before.Applicant.UnitId)) throw new ForbiddenException();
            bool taken = before.AnonymisedAt is null && await work.IsRegisteredAsync(before.Applicant.PersonKey, cancellation);
            (TrainingClass c, Registration back) = CorrectionDecisions.BringBack(work.Class, before, ask.Caller.UnitId, taken, time.GetUtcNow());
            if (taken && !ask.Form.AnotherPerson) throw new RuleBrokenException(Rule.AlreadyRegistered);
            work.Set(c);
            work.BringBack(back);
            return new RegistrationReceipt(classId, back.Code, back.Status, back.Sequence, null);
        });
    }

    private async Task PutRightAsync(
        ClassWork work, Registration before, Applicant written, string? byUnitId, string? reason, bool anotherPerson, CancellationToken cancellation)
    {
        bool samePerson = written.PersonKey == before.Applicant.PersonKey;
        bool taken = samePerson ? before.Namesake : before.IsActive && await work.IsRegisteredAsync(written.PersonKey, cancellation);
        if (taken && !samePerson && !anotherPerson) throw new RuleBrokenException(Rule.AlreadyRegistered);
        Registration corrected = CorrectionDecisions.Correct(work.Class, before, written, byUnitId, reason, taken, time.GetUtcNow());
        if (!ReferenceEquals(corrected, before)) await work.CorrectAsync(before, corrected, cancellation);
    }

    private async Task<Applicant> ReadAsync(ClassId classId, RegistrationForm form, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(await registrations.PlanOfAsync(classId, cancellation), cancellation);
        return form.Check(VietnamTime.DateOf(time.GetUtcNow()).Year, id => plan.FindUnit(id) is { IsCommuneLevel: true }, VietnamesePhone.Read);
    }
}

/// <param name="AnotherPerson">Somebody of the same name, year and village stands on the list, and is another person.</param>
public sealed record BringBackForm(bool AnotherPerson);
