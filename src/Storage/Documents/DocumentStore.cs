using Azure.Data.Tables;

namespace NtmServerless.Storage.Documents;

/// <summary>
/// Documents and their registers, see <see cref="DocumentKeys"/>. What a document is made from is stored first, its bytes
/// last: made again from the one, they are the other.
/// </summary>
public sealed class DocumentStore(RecordsStorage storage, DocumentFiles files, TimeProvider time)
{
    private const string SourceType = "application/json";

    private readonly TableClient _table = storage.Table(StorageNames.Documents);
    private readonly RecordStore _store = new(storage.Table(StorageNames.Documents), time);

    /// <summary>Keeps a document under its number; one of the same identity that is kept already is given back.</summary>
    /// <param name="render">Gives the bytes of the document with its number and symbol; asked again when somebody else took the number.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DocumentNumberTaken"/>.</exception>
    public async Task<OfficialDocument> KeepAsync(
        DocumentDraft draft, Submission submission, string mediaType, Func<OfficialDocument, byte[]> render, CancellationToken cancellation)
    {
        string partition = DocumentKeys.Partition(draft.Date.Year);
        string source = DocumentFiles.HashOf(draft.Source);
        bool stored = false;
        byte[]? bytes = null;
        OfficialDocument document = await _store.ChangeAsync(partition, draft.AboutId, submission, async change =>
        {
            bytes = null;
            // One that was withdrawn gives way to its successor.
            if (await change.FindAsync<string>(DocumentKeys.Made(draft.Identity)) is { } id
                && await GetAsync(draft.PlanId, id, cancellation) is { Withdrawn: null } kept) return kept;
            if (!stored) await files.StoreAsync(draft.PlanId, draft.AboutId, source, draft.Source, SourceType, cancellation);
            stored = true;
            (OfficialDocument made, bytes) = await MakeAsync(change, draft, source, render);
            return made;
        }, cancellation);
        if (bytes is not null && DocumentFiles.HashOf(bytes) == document.Sha256)
            await files.StoreAsync(document.PlanId, document.AboutId, document.Sha256, bytes, mediaType, cancellation);
        return document;
    }

    /// <exception cref="RecordMissingException">There is no such document.</exception>
    public async Task<OfficialDocument> GetAsync(PlanId planId, string id, CancellationToken cancellation) =>
        PartitionOf(planId, id) is { } partition
            && await Heads.FindAsync<OfficialDocument>(_table, partition, DocumentKeys.Document(planId, id), cancellation) is var (document, _)
            ? document
            : throw new RecordMissingException("document");

    /// <summary>All documents of a plan, of the year before and after it as well, oldest first.</summary>
    public Task<IReadOnlyList<OfficialDocument>> OfPlanAsync(PlanId planId, int planYear, CancellationToken cancellation) =>
        ListAsync(Years(planYear), DocumentKeys.OfPlan(planId), cancellation);

    /// <summary>The documents about one class or report of a plan, oldest first.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> AboutAsync(PlanId planId, int planYear, string aboutId, CancellationToken cancellation) =>
        [.. (await ListAsync(Years(planYear), DocumentKeys.OfSubject(planId, aboutId), cancellation)).Where(d => d.AboutId == aboutId)];

    /// <summary>Every document of a year, of all plans.</summary>
    public Task<IReadOnlyList<OfficialDocument>> OfYearAsync(int year, CancellationToken cancellation) => ListAsync([year], DocumentKeys.Documents, cancellation);

    /// <summary>The registers that were begun in a year.</summary>
    public async Task<IReadOnlyList<NumberRegister>> RegistersAsync(int year, CancellationToken cancellation) =>
        await Rows.ListAsync<NumberRegister>(_table, Key.Range(DocumentKeys.Partition(year), DocumentKeys.Registers), cancellation);

    /// <summary>Changes a register, such as the number that it goes on from.</summary>
    public Task<NumberRegister> SetRegisterAsync(
        int year, string type, string unitId, Submission submission, Func<NumberRegister, NumberRegister> decide, CancellationToken cancellation) =>
        _store.ChangeAsync(DocumentKeys.Partition(year), unitId, submission, async change =>
        {
            string row = DocumentKeys.Register(type, unitId);
            NumberRegister next = decide(await change.FindAsync<NumberRegister>(row) ?? new NumberRegister(year, type, unitId));
            change.Write(row, next);
            change.Audit("document-register-set", $"{type}/{unitId}");
            return next;
        }, cancellation);

    /// <summary>Changes what is said of a document: its signed scan, that it was withdrawn.</summary>
    /// <param name="what">Audit code.</param>
    /// <exception cref="RecordMissingException">There is no such document.</exception>
    public async Task<OfficialDocument> ChangeAsync(
        PlanId planId, string id, Submission submission, string what, Func<OfficialDocument, OfficialDocument> decide, CancellationToken cancellation)
    {
        string partition = PartitionOf(planId, id) ?? throw new RecordMissingException("document");
        return await _store.ChangeAsync(partition, id, submission, async change =>
        {
            string row = DocumentKeys.Document(planId, id);
            OfficialDocument current = await change.FindAsync<OfficialDocument>(row) ?? throw new RecordMissingException("document");
            OfficialDocument next = decide(current);
            if (next == current) return current;
            change.Write(row, next);
            change.Audit(what, id);
            return next;
        }, cancellation);
    }

    /// <summary>
    /// Removes the files of a class's documents that name people, and whatever a crash left beside them; number, title and
    /// hashes stay. Safe to repeat.
    /// </summary>
    public async Task ForgetAsync(PlanId planId, int planYear, ClassId classId, Actor by, CancellationToken cancellation)
    {
        HashSet<string> kept = [];
        foreach (OfficialDocument document in await AboutAsync(planId, planYear, classId, cancellation))
        {
            if (!document.Kind.HoldsPersonalData())
                kept.UnionWith(((string?[])[document.Sha256, document.SourceSha256, document.Scan?.Sha256]).OfType<string>());
            else if (document.ErasedAt is null)
                await ChangeAsync(planId, document.Id, new Submission($"retention/{document.Id}", "retention", by), "document-erased",
                    d => d with { ErasedAt = d.ErasedAt ?? time.GetUtcNow() }, cancellation);
        }

        await files.RemoveAsync(planId, classId, kept, cancellation);
    }

    /// <summary>What was changed in a year between two moments, the first included, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync(int year, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _store.AuditAsync(DocumentKeys.Partition(year), from, until, cancellation);

    private static async Task<(OfficialDocument Document, byte[] Bytes)> MakeAsync(
        RecordChange change, DocumentDraft draft, string source, Func<OfficialDocument, byte[]> render)
    {
        string id = DocumentKeys.NewId(draft.Date.Year, draft.AboutId);
        (int? number, string symbol) = await NumberAsync(change, draft, id);
        OfficialDocument document = new()
        {
            PlanId = draft.PlanId,
            Id = id,
            Kind = draft.Kind,
            AboutId = draft.AboutId,
            Title = draft.Title,
            IssuingUnitId = draft.IssuingUnitId,
            Number = number,
            Symbol = symbol,
            Date = draft.Date,
            MadeAt = change.Now,
            MadeBy = draft.By,
            SignedBy = draft.SignedBy,
            Recipients = draft.Recipients,
            Sha256 = "",
            SourceSha256 = source,
        };
        byte[] bytes = render(document);
        document = document with { Sha256 = DocumentFiles.HashOf(bytes) };
        change.Write(DocumentKeys.Document(draft.PlanId, id), document);
        change.Write(DocumentKeys.Made(draft.Identity), id);
        change.Audit("document-made", id);
        return (document, bytes);
    }

    // Document and register change in one transaction: a number is given once, and none is lost.
    private static async Task<(int? Number, string Symbol)> NumberAsync(RecordChange change, DocumentDraft draft, string id)
    {
        if (draft.Kind.TypeOf() is not { } type) return (draft.Number, draft.Symbol ?? "");
        string row = DocumentKeys.Register(type, draft.IssuingUnitId);
        NumberRegister register = await change.FindAsync<NumberRegister>(row) ?? new NumberRegister(draft.Date.Year, type, draft.IssuingUnitId);
        string symbol = draft.Symbol ?? $"{type}-{register.UnitSymbol ?? draft.UnitSymbol}";
        if (draft.Numbering == Numbering.Open) return (null, symbol);
        int number = draft.Number ?? 0;
        if (draft.Numbering == Numbering.Register) (number, register) = register.Take();
        else register = register.Given(number);
        string numberRow = DocumentKeys.Number(type, draft.IssuingUnitId, number);
        if (draft.Numbering == Numbering.Given && await change.FindAsync<string>(numberRow) is not null)
            throw new RuleBrokenException(Rule.DocumentNumberTaken, ("number", $"{number:00}/{symbol}"));
        change.Write(row, register);
        change.Write(numberRow, id);
        return (number, symbol);
    }

    private static string? PartitionOf(PlanId planId, string id) => Key.IsValid(planId) ? DocumentKeys.PartitionOf(id) : null;

    private async Task<IReadOnlyList<OfficialDocument>> ListAsync(int[] years, string prefix, CancellationToken cancellation)
    {
        string partitions = string.Join(" or ", years.Select(year => $"PartitionKey eq '{DocumentKeys.Partition(year)}'"));
        string filter = $"({partitions}) and RowKey ge '{prefix}' and RowKey lt '{Key.After(prefix)}'";
        List<OfficialDocument> documents = await Rows.ListAsync<OfficialDocument>(_table, filter, cancellation);
        return [.. documents.OrderBy(d => d.MadeAt).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    // A plan year begins in the December before, and its last report is signed in the January after.
    private static int[] Years(int planYear) => [planYear - 1, planYear, planYear + 1];
}
