namespace NtmServerless.Functions.Evidence;

/// <summary>What an upload left after it was stored.</summary>
public sealed record EvidenceReceipt(string Sha256, EvidenceKind Kind, FileType Type, long Bytes, IReadOnlyList<SheetDifference> Differences);

/// <summary>Taking in signed sheets and photos, and giving them out.</summary>
public sealed class EvidenceActs(ClassStore ledger, ClassReader records, PlanActs plans, EvidenceStore vault, AuditTrail audit, TimeProvider time)
{
    /// <summary>Whether the caller may upload for the class now; asked before a byte of the file is read.</summary>
    public async Task EnsureTakenAsync(ClassId classId, Caller caller, int? session, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayTakeAttendance(c)) throw new ForbiddenException();
        EvidenceDecisions.EnsureTaken(c, session);
    }

    /// <summary>Blob first, then the fact: a file without a fact harms nobody, a fact without its file would.</summary>
    public async Task<EvidenceReceipt> AddAsync(ClassId classId, Ask<UploadedFile> ask)
    {
        UploadedFile file = ask.Form;
        await vault.StoreAsync(classId, file.Kind, file.Sha256, file.Type, file.Content, ask.Cancellation);
        EvidenceFact? before = null;
        EvidenceReceipt receipt = await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayTakeAttendance(work.Class)) throw new ForbiddenException();
            before = await KnownAsync(work, file, cancellation);
            if (before is null)
            {
                EvidenceFact fact = new(file.Sha256, file.Kind, file.Type, file.Bytes, file.Session, file.Signatures, ask.Caller.UnitId, time.GetUtcNow())
                {
                    SentSha256 = file.SentSha256,
                };
                work.Set(EvidenceDecisions.Add(work.Class, fact));
                work.Put(fact);
            }

            return new EvidenceReceipt(before?.Sha256 ?? file.Sha256, file.Kind, file.Type, before?.Bytes ?? file.Bytes, EvidenceDecisions.Differences(work.Class));
        });
        // Erased stays erased, and what was kept before places were taken off stays the one file that it is.
        if (file.Kind == EvidenceKind.Photo && before is { } known && (known.ErasedAt is not null || known.Sha256 != file.Sha256))
            await vault.ErasePhotoAsync(classId, file.Sha256, ask.Cancellation);
        return receipt;
    }

    // A picture that was kept as it was sent stands under that hash.
    private static async Task<EvidenceFact?> KnownAsync(ClassWork work, UploadedFile file, CancellationToken cancellation) =>
        await work.FindEvidenceAsync(file.Kind, file.Sha256, cancellation)
        ?? (file.SentSha256 is { } sent && sent != file.Sha256 ? await work.FindEvidenceAsync(file.Kind, sent, cancellation) : null);

    public async Task<IReadOnlyList<EvidenceFact>> ListAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        await EnsureSeenByAsync(classId, caller, cancellation);
        return await records.EvidenceAsync(classId, cancellation);
    }

    /// <summary>The class with all that was sent for it.</summary>
    public async Task<EvidencePageData> ShelfAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await EnsureSeenByAsync(classId, caller, cancellation);
        return new EvidencePageData(c, await plans.GetAsync(c.PlanId, cancellation), await records.EvidenceAsync(classId, cancellation));
    }

    /// <exception cref="RecordMissingException">There is no such file in the class, or it was erased.</exception>
    public async Task<(EvidenceFact Fact, Stream Content)> OpenAsync(ClassId classId, EvidenceKind kind, string sha256, Caller caller,
        CancellationToken cancellation)
    {
        await EnsureSeenByAsync(classId, caller, cancellation);
        EvidenceFact fact = (await records.EvidenceAsync(classId, cancellation)).FirstOrDefault(e => e.Kind == kind && e.Sha256 == sha256 && e.ErasedAt is null)
            ?? throw new RecordMissingException("evidence");
        await audit.WriteAsync(Actor.Of(caller), "evidence-read", $"{classId}/{sha256}", 1, cancellation);
        Stream content = await vault.OpenAsync(classId, kind, sha256, cancellation) ?? throw new RecordMissingException("evidence");
        return (fact, content);
    }

    /// <summary>Erases a photo of people on request: hash, reason and who stay. The fact first, so that nothing points at a file that is gone unsaid.</summary>
    public async Task<EvidenceFact> ErasePhotoAsync(ClassId classId, string sha256, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        EvidenceFact erased = await ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayTakeAttendance(work.Class)) throw new ForbiddenException();
            EvidenceFact fact = await work.FindEvidenceAsync(EvidenceKind.Photo, sha256, cancellation) ?? throw new RecordMissingException("evidence");
            if (fact.ErasedAt is not null) return fact;
            EvidenceFact gone = fact with { ErasedAt = time.GetUtcNow(), EraseReason = reason };
            work.Put(gone);
            return gone;
        });
        await vault.ErasePhotoAsync(classId, sha256, ask.Cancellation);
        return erased;
    }

    private async Task<TrainingClass> EnsureSeenByAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayTakeAttendance(c)) throw new ForbiddenException();
        return c;
    }
}

/// <summary>What was sent for a class.</summary>
public sealed record EvidencePageData(TrainingClass Class, Plan Plan, IReadOnlyList<EvidenceFact> Files);
