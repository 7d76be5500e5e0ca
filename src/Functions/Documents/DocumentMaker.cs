namespace NtmServerless.Functions.Documents;

/// <summary>What is wanted of a document beside what it is made from.</summary>
/// <param name="IssuingUnitId">Whose register numbers it.</param>
public sealed record DocumentWanted(string PlanId, string AboutId, string IssuingUnitId, string UnitSymbol)
{
    public Numbering Numbering { get; init; } = Numbering.Open;
    public int? Number { get; init; }
    public string? Symbol { get; init; }

    /// <summary>Null: today.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Null: what the document says tells it apart.</summary>
    public string? Identity { get; init; }
}

/// <summary>Makes documents, keeps them and gives out their bytes.</summary>
public sealed class DocumentMaker(DocumentStore shelf, DocumentFiles files, KeptDocuments documents, OfficeTemplates templates, TimeProvider time)
{
    private static readonly DocumentNumber NoNumber = new(null, "");
    private static readonly DocumentDate NoDate = new(null, null, null);

    /// <summary>The same records give the same document, however often it is asked for.</summary>
    public Task<OfficialDocument> KeepAsync(DocumentSource source, DocumentWanted wanted, Submission submission, CancellationToken cancellation)
    {
        DocumentSource whole = Worded(source);
        byte[] undated = documents.Make(whole, NoNumber, NoDate);
        DocumentDraft draft = new(
            wanted.PlanId, source.Kind, wanted.AboutId, source.Title ?? KeptDocuments.TitleOf(undated), wanted.IssuingUnitId,
            wanted.Date ?? VietnamTime.DateOf(time.GetUtcNow()),
            wanted.Identity ?? $"{source.Kind}/{wanted.PlanId}/{wanted.AboutId}/{wanted.Numbering}/{wanted.Number}/{DocumentFiles.HashOf(undated)}",
            whole.Write())
        {
            Numbering = wanted.Numbering,
            Number = wanted.Number,
            Symbol = wanted.Symbol,
            UnitSymbol = wanted.UnitSymbol,
            SignedBy = source.Head?.Signer?.Name,
            Recipients = source.Head?.Recipients ?? [],
            By = submission.By,
        };
        return shelf.KeepAsync(draft, submission, KeptDocuments.MediaTypeOf(source.Kind), document => Render(whole, document), cancellation);
    }

    /// <summary>A document to look at, without number and not kept.</summary>
    public byte[] Draft(DocumentSource source) => documents.Make(Worded(source), NoNumber, NoDate);

    /// <summary>The bytes of a document; where a crash left none, they are made again from what is kept.</summary>
    /// <exception cref="RecordMissingException">They were removed.</exception>
    public async Task<byte[]> BytesAsync(OfficialDocument document, CancellationToken cancellation)
    {
        if (await files.ReadAsync(document.PlanId, document.AboutId, document.Sha256, cancellation) is { } kept) return kept;
        byte[] source = await files.ReadAsync(document.PlanId, document.AboutId, document.SourceSha256, cancellation) ?? throw new RecordMissingException("document");
        byte[] made = Render(DocumentSource.Read(source), document);
        if (DocumentFiles.HashOf(made) != document.Sha256) throw new RecordMissingException("document");
        await files.StoreAsync(document.PlanId, document.AboutId, document.Sha256, made, KeptDocuments.MediaTypeOf(document.Kind), cancellation);
        return made;
    }

    private DocumentSource Worded(DocumentSource source) => source with { Templates = templates.Now.Set.TextsOf(source.Kind) };

    // While the number is open, so is the day: both are written in when it is signed.
    private byte[] Render(DocumentSource source, OfficialDocument document) => documents.Make(
        source, new DocumentNumber(document.Number, document.Symbol),
        document.Number is null && document.Kind.IsNumbered() ? new DocumentDate(null, document.Date.Month, document.Date.Year) : DocumentDate.Of(document.Date));
}
