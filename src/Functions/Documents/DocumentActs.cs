namespace NtmServerless.Functions.Documents;

/// <summary>A class with the documents that the caller may read.</summary>
public sealed record ClassDocuments(TrainingClass Class, Plan Plan, IReadOnlyList<OfficialDocument> Documents, bool MayMake);

/// <summary>Making the documents of a class, and reading, signing and withdrawing any document.</summary>
public sealed class DocumentActs(
    DocumentMaker desk, DocumentStore shelf, DocumentFiles files, ClassSources sources, ClassReader records, ClassSummaries summaries,
    PlanActs plans, AuditTrail audit, TimeProvider time)
{
    public async Task<OfficialDocument> MakeAsync(ClassId classId, Ask<ClassDocumentForm> ask)
    {
        CheckedClassDocument wanted = ask.Form.Check();
        TrainingClass c = await records.GetAsync(classId, ask.Cancellation);
        if (!ask.Caller.MayRun(c)) throw new ForbiddenException();
        Plan plan = await plans.GetAsync(c.PlanId, ask.Cancellation);
        Numbering numbering = wanted.Numbering ?? Numbering.Register;
        (int? number, string? symbol) = (wanted.Number, null);
        if (wanted is { Kind: DocumentKind.Announcement, Numbering: null } && NumberOf(c.Announcement?.Number) is { Number: { } own } said)
            (numbering, number, symbol) = (Numbering.Given, own, said.Symbol.Length > 0 ? said.Symbol : null);
        return await desk.KeepAsync(
            await sources.CollectAsync(plan, c, wanted.Kind, wanted.Signer, wanted.Invitee, ask.Cancellation),
            new DocumentWanted(plan.Id, c.Id, c.LeadUnitId, UnitSymbols.Of(plan, c.LeadUnitId)) { Numbering = numbering, Number = number, Symbol = symbol },
            ask.Submission, ask.Cancellation);
    }

    public async Task<ClassDocuments> OfClassAsync(ClassId classId, Caller caller, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (!caller.MayReadDocument(c, DocumentKind.Announcement)) throw new ForbiddenException();
        Plan plan = await plans.GetAsync(c.PlanId, cancellation);
        IReadOnlyList<OfficialDocument> all = await shelf.AboutAsync(c.PlanId, plan.Year, c.Id, cancellation);
        return new ClassDocuments(c, plan, [.. all.Where(d => caller.MayReadDocument(c, d.Kind))], caller.MayRun(c));
    }

    /// <summary>All documents of a plan that the caller may read, the latest first.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> OfPlanAsync(Plan plan, Caller caller, CancellationToken cancellation)
    {
        Dictionary<ClassId, TrainingClass> classes = (await summaries.OfPlanAsync(plan.Id, cancellation)).ToDictionary(c => c.Id);
        return
        [
            .. (await shelf.OfPlanAsync(plan.Id, plan.Year, cancellation))
                .Where(d => !DocumentKinds.OfClass.Contains(d.Kind) || classes.TryGetValue(new(d.AboutId), out TrainingClass? c)
                    && caller.MayReadDocument(c, d.Kind))
                .Reverse(),
        ];
    }

    /// <summary>A document and whether the caller may sign and withdraw it.</summary>
    /// <exception cref="RecordMissingException">There is no such document.</exception>
    public async Task<(OfficialDocument Document, bool MayKeep)> LookAsync(PlanId planId, string id, Caller caller, CancellationToken cancellation)
    {
        OfficialDocument document = await ReadableAsync(planId, id, caller, cancellation);
        return (document, await MayKeepAsync(document, caller, cancellation));
    }

    /// <exception cref="RecordMissingException">There is no such document, or its files were removed.</exception>
    public async Task<(OfficialDocument Document, byte[] Content)> OpenAsync(PlanId planId, string id, Caller caller, CancellationToken cancellation)
    {
        OfficialDocument document = await ReadableAsync(planId, id, caller, cancellation);
        byte[] content = await desk.BytesAsync(document, cancellation);
        await NoteAsync(document, caller, cancellation);
        return (document, content);
    }

    /// <exception cref="RecordMissingException">There is no such document, or no scan of it.</exception>
    public async Task<(OfficialDocument Document, Stream Content)> OpenScanAsync(PlanId planId, string id, Caller caller, CancellationToken cancellation)
    {
        OfficialDocument document = await ReadableAsync(planId, id, caller, cancellation);
        SignedScan scan = document.Scan ?? throw new RecordMissingException("document");
        Stream content = await files.OpenAsync(planId, document.AboutId, scan.Sha256, cancellation) ?? throw new RecordMissingException("document");
        await NoteAsync(document, caller, cancellation);
        return (document, content);
    }

    /// <summary>Whether the caller may attach a scan; asked before a byte of the file is read.</summary>
    public async Task<OfficialDocument> EnsureSignedByAsync(PlanId planId, string id, Caller caller, CancellationToken cancellation)
    {
        OfficialDocument document = await shelf.GetAsync(planId, id, cancellation);
        await EnsureKeptByAsync(document, caller, cancellation);
        return document;
    }

    /// <summary>Blob first, then the record.</summary>
    public async Task<OfficialDocument> AttachAsync(PlanId planId, string id, Ask<UploadedFile> ask)
    {
        OfficialDocument document = await EnsureSignedByAsync(planId, id, ask.Caller, ask.Cancellation);
        UploadedFile file = ask.Form;
        SignedScan scan = new(file.Sha256, file.Type, file.Bytes, Actor.Of(ask.Caller), time.GetUtcNow());
        document.Attach(scan);
        await files.StoreAsync(planId, document.AboutId, file.Sha256, file.Content, FileContent.MediaType(file.Type), ask.Cancellation);
        return await shelf.ChangeAsync(planId, id, ask.Submission, "document-signed", d => d.Attach(scan), ask.Cancellation);
    }

    public async Task<OfficialDocument> WithdrawAsync(PlanId planId, string id, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        OfficialDocument document = await shelf.GetAsync(planId, id, ask.Cancellation);
        await EnsureKeptByAsync(document, ask.Caller, ask.Cancellation);
        Withdrawal withdrawal = new(reason, Actor.Of(ask.Caller), time.GetUtcNow());
        return await shelf.ChangeAsync(planId, id, ask.Submission, "document-withdrawn", d => d.Withdraw(withdrawal), ask.Cancellation);
    }

    private async Task<OfficialDocument> ReadableAsync(PlanId planId, string id, Caller caller, CancellationToken cancellation)
    {
        OfficialDocument document = await shelf.GetAsync(planId, id, cancellation);
        if (!DocumentKinds.OfClass.Contains(document.Kind)) return document;
        return caller.MayReadDocument(await records.GetAsync(new(document.AboutId), cancellation), document.Kind) ? document : throw new ForbiddenException();
    }

    private async Task EnsureKeptByAsync(OfficialDocument document, Caller caller, CancellationToken cancellation)
    {
        if (!await MayKeepAsync(document, caller, cancellation)) throw new ForbiddenException();
    }

    private async Task<bool> MayKeepAsync(OfficialDocument document, Caller caller, CancellationToken cancellation) => DocumentKinds.OfClass.Contains(document.Kind)
        ? caller.MayRun(await records.GetAsync(new(document.AboutId), cancellation))
        : caller.MayKeepRegister(document.IssuingUnitId);

    private Task NoteAsync(OfficialDocument document, Caller caller, CancellationToken cancellation) => document.Kind.HoldsPersonalData()
        ? audit.WriteAsync(Actor.Of(caller), "document-read", document.Id, 1, cancellation)
        : Task.CompletedTask;

    // The office may have typed the number alone.
    private static DocumentNumber? NumberOf(string? said) => said is null ? null
        : int.TryParse(said.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? new DocumentNumber(number, "")
        : DocumentNumber.Read(said.Trim());
}
