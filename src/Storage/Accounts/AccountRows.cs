using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Accounts;

/// <summary>
/// Rows of the table of accounts, all in one partition, as an office has few: <c>u-</c> and the hash of the user name,
/// <c>e-</c> and the hash of an external id, <c>c-</c> and the hash of a calendar's secret, <c>administrators</c>, <c>first-code</c>.
/// </summary>
internal sealed class AccountRows(RecordsStorage storage)
{
    private const string Partition = "account";
    private const string AdministratorsRow = "administrators";
    private const string FirstCodeRow = "first-code";
    private const string NobodyRow = "nobody";

    private readonly TableClient _table = storage.Table(StorageNames.Accounts);

    /// <exception cref="RecordMissingException">There is no such account.</exception>
    public async Task<(StoredAccount Value, ETag ETag)> GetAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new RecordMissingException("account");

    public Task<(StoredAccount Value, ETag ETag)?> FindAsync(string id, CancellationToken cancellation) =>
        Heads.FindAsync<StoredAccount>(_table, Partition, "u-" + id, cancellation);

    public async Task<string?> FindExternalAsync(string externalId, CancellationToken cancellation) =>
        (await Heads.FindAsync<ExternalName>(_table, Partition, ExternalRow(externalId), cancellation))?.Value.AccountId;

    public async Task<string?> FindCalendarAsync(string secretHash, CancellationToken cancellation) =>
        (await Heads.FindAsync<CalendarOwner>(_table, Partition, CalendarRow(secretHash), cancellation))?.Value.AccountId;

    public async Task<IReadOnlyList<StoredAccount>> ListAsync(CancellationToken cancellation)
    {
        return await Rows.ListAsync<StoredAccount>(_table, Key.Range(Partition, "u-"), cancellation);
    }

    public async Task<(Administrators Value, ETag ETag)?> AdministratorsAsync(CancellationToken cancellation) =>
        await Heads.FindAsync<Administrators>(_table, Partition, AdministratorsRow, cancellation);

    public async Task<(FirstCode Value, ETag ETag)?> FirstCodeAsync(CancellationToken cancellation) =>
        await Heads.FindAsync<FirstCode>(_table, Partition, FirstCodeRow, cancellation);

    public Task SetFirstCodeAsync(FirstCode code, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(Row.Of(Partition, FirstCodeRow, code), TableUpdateMode.Replace, cancellation);

    /// <summary>Costs as much as counting a wrong password of an account that is there.</summary>
    public Task CountForNobodyAsync(CancellationToken cancellation) =>
        _table.UpsertEntityAsync(Row.Of(Partition, NobodyRow, new Administrators([])), TableUpdateMode.Replace, cancellation);

    /// <summary>Writes an account with the rows that follow from it, all or nothing.</summary>
    /// <param name="before">The account as it was read; null: it is new.</param>
    /// <param name="code">The first administrator's code, which this uses up.</param>
    public async Task WriteAsync(StoredAccount account, (StoredAccount Value, ETag ETag)? before, ETag? code, CancellationToken cancellation)
    {
        Transaction rows = new(Partition);
        TableEntity row = Row.Of(Partition, "u-" + account.Account.Id, account);
        if (before is { } known) rows.Replace(row, known.ETag);
        else rows.Add(row);
        await AddAdministratorsAsync(rows, account.Account, before?.Value.Account, cancellation);
        AddExternalId(rows, account.Account, before?.Value.Account.ExternalId);
        AddCalendar(rows, account, before?.Value.Calendar);
        if (code is { } etag) rows.Delete(FirstCodeRow, etag);
        await rows.SubmitAsync(_table, cancellation);
    }

    // Two administrators who disable each other both change this row: one of them is told to try again, and then it is refused.
    private async Task AddAdministratorsAsync(Transaction rows, Account account, Account? before, CancellationToken cancellation)
    {
        if (account.IsActiveAdministrator == (before?.IsActiveAdministrator ?? false)) return;
        (Administrators Value, ETag ETag)? known = await AdministratorsAsync(cancellation);
        IEnumerable<string> others = (known?.Value.Ids ?? []).Where(id => id != account.Id);
        Administrators now = new([.. account.IsActiveAdministrator ? others.Append(account.Id) : others]);
        if (now.Ids.Count == 0) throw new RuleBrokenException(Rule.LastAdministrator);
        TableEntity row = Row.Of(Partition, AdministratorsRow, now);
        if (known is { ETag: var etag }) rows.Replace(row, etag);
        else rows.Add(row);
    }

    private static void AddExternalId(Transaction rows, Account account, string? before)
    {
        if (account.ExternalId == before) return;
        if (before is not null) rows.Delete(ExternalRow(before));
        if (account.ExternalId is { } now) rows.Add(Row.Of(Partition, ExternalRow(now), new ExternalName(account.Id)));
    }

    private static void AddCalendar(Transaction rows, StoredAccount account, StoredCalendar? before)
    {
        if (account.Calendar?.SecretHash == before?.SecretHash) return;
        if (before is not null) rows.Delete(CalendarRow(before.SecretHash));
        if (account.Calendar is { } now) rows.Add(Row.Of(Partition, CalendarRow(now.SecretHash), new CalendarOwner(account.Account.Id)));
    }

    private static string CalendarRow(string secretHash) => "c-" + secretHash;

    private static string ExternalRow(string externalId) => "e-" + Key.Hash(externalId);
}
