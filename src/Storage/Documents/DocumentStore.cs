using Azure;
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

    /// <summary>Keeps a document under its number; one of the same identity that is kept already is given back.</summary>
    /// <param name="render">Gives the bytes of the document with its number and symbol; asked again when somebody else took the number.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.DocumentNumberTaken"/>.</exception>
    public async Task<OfficialDocument> KeepAsync(
        DocumentDraft draft, Submission submission, string mediaType, Func<OfficialDocument, byte[]> render, CancellationToken cancellation)
    {
        string partition = DocumentKeys.Partition(draft.Date.Year);
        string source = DocumentFiles.HashOf(draft.Source);
        bool stored = false;
        (OfficialDocument document, byte[]? bytes) = await Heads.RetryAsync<(OfficialDocument, byte[]?)>(draft.AboutId, async () =>
        {
            if (await Heads.AnswerAsync<OfficialDocument>(_table, partition, submission, cancellation) is { } answered) return (answered, null);
            (string Value, ETag ETag)? made = await Heads.FindAsync<string>(_table, partition, DocumentKeys.Made(draft.Identity), cancellation);
            // One that was withdrawn gives way to its successor.
            if (made is { Value: var id } && await GetAsync(draft.PlanId, id, cancellation) is { Withdrawn: null } kept) return (kept, null);
            if (!stored) await files.StoreAsync(draft.PlanId, draft.AboutId, source, draft.Source, SourceType, cancellation);
            stored = true;
            return await CommitAsync(partition, draft, source, submission, made?.ETag, render, cancellation);
        }, cancellation);
        if (bytes is not null) await files.StoreAsync(document.PlanId, document.AboutId, document.Sha256, bytes, mediaType, cancellation);
        return document;
    }

    /// <exception cref="RecordMissingException">There is no such document.</exception>
    public async Task<OfficialDocument> GetAsync(string planId, string id, CancellationToken cancellation) =>
        (await FindAsync(planId, id, cancellation))?.Value ?? throw new RecordMissingException("document");

    /// <summary>All documents of a plan, of the year before and after it as well, oldest first.</summary>
    public Task<IReadOnlyList<OfficialDocument>> OfPlanAsync(string planId, int planYear, CancellationToken cancellation) =>
        ListAsync(Years(planYear), DocumentKeys.OfPlan(planId), cancellation);

    /// <summary>The documents about one class or report of a plan, oldest first.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> AboutAsync(string planId, int planYear, string aboutId, CancellationToken cancellation) =>
        [.. (await ListAsync(Years(planYear), DocumentKeys.OfSubject(planId, aboutId), cancellation)).Where(d => d.AboutId == aboutId)];

    /// <summary>Every document of a year, of all plans.</summary>
    public Task<IReadOnlyList<OfficialDocument>> OfYearAsync(int year, CancellationToken cancellation) => ListAsync([year], DocumentKeys.Documents, cancellation);

    /// <summary>The registers that were begun in a year.</summary>
    public async Task<IReadOnlyList<NumberRegister>> RegistersAsync(int year, CancellationToken cancellation)
    {
        List<NumberRegister> registers = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Key.Range(DocumentKeys.Partition(year), DocumentKeys.Registers), cancellationToken: cancellation))
            registers.Add(Row.Read<NumberRegister>(row));
        return registers;
    }

    /// <summary>Changes a register, such as the number that it goes on from.</summary>
    public Task<NumberRegister> SetRegisterAsync(
        int year, string type, string unitId, Submission submission, Func<NumberRegister, NumberRegister> decide, CancellationToken cancellation) =>
        Heads.RetryAsync(unitId, async () =>
        {
            string partition = DocumentKeys.Partition(year), row = DocumentKeys.Register(type, unitId);
            if (await Heads.AnswerAsync<NumberRegister>(_table, partition, submission, cancellation) is { } answered) return answered;
            (NumberRegister Value, ETag ETag)? found = await Heads.FindAsync<NumberRegister>(_table, partition, row, cancellation);
            NumberRegister next = decide(found?.Value ?? new NumberRegister(year, type, unitId));
            Transaction transaction = new(partition);
            Put(transaction, Row.Of(partition, row, next), found?.ETag);
            transaction.Add(Heads.Answered(partition, submission, next));
            transaction.Add(Heads.Audited(partition, submission, "document-register-set", time.GetUtcNow(), $"{type}/{unitId}"));
            await transaction.SubmitAsync(_table, cancellation);
            return next;
        }, cancellation);

    /// <summary>Changes what is said of a document: its signed scan, that it was withdrawn.</summary>
    /// <param name="what">Audit code.</param>
    /// <exception cref="RecordMissingException">There is no such document.</exception>
    public Task<OfficialDocument> ChangeAsync(
        string planId, string id, Submission submission, string what, Func<OfficialDocument, OfficialDocument> decide, CancellationToken cancellation) =>
        Heads.RetryAsync(id, async () =>
        {
            string partition = DocumentKeys.PartitionOf(id) ?? throw new RecordMissingException("document");
            if (await Heads.AnswerAsync<OfficialDocument>(_table, partition, submission, cancellation) is { } answered) return answered;
            (OfficialDocument current, ETag etag) = await FindAsync(planId, id, cancellation) ?? throw new RecordMissingException("document");
            OfficialDocument next = decide(current);
            if (next == current) return current;
            Transaction transaction = new(partition);
            transaction.Replace(Row.Of(partition, DocumentKeys.Document(planId, id), next), etag);
            transaction.Add(Heads.Answered(partition, submission, next));
            transaction.Add(Heads.Audited(partition, submission, what, time.GetUtcNow(), id));
            await transaction.SubmitAsync(_table, cancellation);
            return next;
        }, cancellation);

    /// <summary>
    /// Removes the files of a class's documents that name people, and whatever a crash left beside them; number, title and
    /// hashes stay. Safe to repeat.
    /// </summary>
    public async Task ForgetAsync(string planId, int planYear, string classId, Actor by, CancellationToken cancellation)
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
        Heads.AuditAsync(_table, DocumentKeys.Partition(year), from, until, cancellation);

    private async Task<(OfficialDocument Document, byte[]? Bytes)> CommitAsync(
        string partition, DocumentDraft draft, string source, Submission submission, ETag? made, Func<OfficialDocument, byte[]> render, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        Transaction transaction = new(partition);
        string id = DocumentKeys.NewId(draft.Date.Year, draft.AboutId);
        (int? number, string symbol) = await NumberAsync(transaction, partition, draft, id, cancellation);
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
            MadeAt = now,
            MadeBy = draft.By,
            SignedBy = draft.SignedBy,
            Recipients = draft.Recipients,
            Sha256 = "",
            SourceSha256 = source,
        };
        byte[] bytes = render(document);
        document = document with { Sha256 = DocumentFiles.HashOf(bytes) };
        transaction.Add(Row.Of(partition, DocumentKeys.Document(draft.PlanId, id), document));
        Put(transaction, Row.Of(partition, DocumentKeys.Made(draft.Identity), id), made);
        transaction.Add(Heads.Answered(partition, submission, document));
        transaction.Add(Heads.Audited(partition, submission, "document-made", now, id));
        await transaction.SubmitAsync(_table, cancellation);
        return (document, bytes);
    }

    // Document and register change in one transaction: a number is given once, and none is lost.
    private async Task<(int? Number, string Symbol)> NumberAsync(
        Transaction transaction, string partition, DocumentDraft draft, string id, CancellationToken cancellation)
    {
        if (draft.Kind.TypeOf() is not { } type) return (draft.Number, draft.Symbol ?? "");
        string row = DocumentKeys.Register(type, draft.IssuingUnitId);
        (NumberRegister Value, ETag ETag)? found = await Heads.FindAsync<NumberRegister>(_table, partition, row, cancellation);
        NumberRegister register = found?.Value ?? new NumberRegister(draft.Date.Year, type, draft.IssuingUnitId);
        string symbol = draft.Symbol ?? $"{type}-{register.UnitSymbol ?? draft.UnitSymbol}";
        if (draft.Numbering == Numbering.Open) return (null, symbol);
        int number = draft.Number ?? 0;
        if (draft.Numbering == Numbering.Register) (number, register) = register.Take();
        else register = register.Given(number);
        string numberRow = DocumentKeys.Number(type, draft.IssuingUnitId, number);
        if (draft.Numbering == Numbering.Given && await Heads.FindAsync<string>(_table, partition, numberRow, cancellation) is not null)
            throw new RuleBrokenException(Rule.DocumentNumberTaken, ("number", $"{number:00}/{symbol}"));
        Put(transaction, Row.Of(partition, row, register), found?.ETag);
        transaction.Add(Row.Of(partition, numberRow, id));
        return (number, symbol);
    }

    private async Task<(OfficialDocument Value, ETag ETag)?> FindAsync(string planId, string id, CancellationToken cancellation) =>
        DocumentKeys.PartitionOf(id) is { } partition && Key.IsValid(planId)
            ? await Heads.FindAsync<OfficialDocument>(_table, partition, DocumentKeys.Document(planId, id), cancellation)
            : null;

    private async Task<IReadOnlyList<OfficialDocument>> ListAsync(int[] years, string prefix, CancellationToken cancellation)
    {
        string partitions = string.Join(" or ", years.Select(year => $"PartitionKey eq '{DocumentKeys.Partition(year)}'"));
        string filter = $"({partitions}) and RowKey ge '{prefix}' and RowKey lt '{Key.After(prefix)}'";
        List<OfficialDocument> documents = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) documents.Add(Row.Read<OfficialDocument>(row));
        return [.. documents.OrderBy(d => d.MadeAt).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    // A plan year begins in the December before, and its last report is signed in the January after.
    private static int[] Years(int planYear) => [planYear - 1, planYear, planYear + 1];

    private static void Put(Transaction transaction, TableEntity row, ETag? known)
    {
        if (known is { } etag) transaction.Replace(row, etag);
        else transaction.Add(row);
    }
}
