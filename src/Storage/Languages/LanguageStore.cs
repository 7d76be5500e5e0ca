using Azure;
using Azure.Data.Tables;
using NtmServerless.Domain.Languages;

namespace NtmServerless.Storage.Languages;

/// <summary>The languages that an office gives the villagers' pages: table Plans, partition <c>language</c>, row = tag. Remembered for a short time.</summary>
public sealed class LanguageStore(RecordsStorage storage, TimeProvider time)
{
    private const string Partition = "language";

    private readonly TableClient _table = storage.Table(StorageNames.Plans);
    private readonly Remembered<IReadOnlyList<Language>> _known = new(time);

    public async Task<IReadOnlyList<Language>> ListAsync(CancellationToken cancellation) => await _known.FindAsync(
        "", async () => await Rows.ListAsync<Language>(_table, $"PartitionKey eq '{Partition}'", cancellation)) ?? [];

    /// <exception cref="RecordMissingException">There is no such language.</exception>
    public async Task<Language> GetAsync(string tag, CancellationToken cancellation) =>
        (await Heads.FindAsync<Language>(_table, Partition, tag, cancellation))?.Value ?? throw new RecordMissingException("page");

    /// <summary>Adds a language that is not there yet; one that is there stays as it is.</summary>
    public async Task AddAsync(Language language, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(Row.Of(Partition, language.Tag, language), cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // Added before, or by somebody else: its texts are not touched.
        }

        _known.Forget("");
    }

    /// <exception cref="RecordMissingException">There is no such language.</exception>
    public Task<Language> ChangeAsync(string tag, Func<Language, Language> change, CancellationToken cancellation) => Heads.RetryAsync(tag, async () =>
    {
        (Language language, ETag etag) = await Heads.FindAsync<Language>(_table, Partition, tag, cancellation) ?? throw new RecordMissingException("page");
        Language changed = change(language) with { Version = language.Version + 1 };
        await _table.UpdateEntityAsync(Row.Of(Partition, tag, changed), etag, TableUpdateMode.Replace, cancellation);
        _known.Forget("");
        return changed;
    }, cancellation);
}
