using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Storage.Post;

/// <summary>Gives the codes of the participants whom a notice tells by message. Asked only where a gateway is set up.</summary>
public delegate Task<IReadOnlyList<string>> FindParticipants(Posting posting, Notice notice, CancellationToken cancellation);

/// <summary>
/// Puts the notices of a commit into inboxes, and what leaves the house beside them: table Post, partition = plan, one
/// transaction. Posting the same commit again changes nothing.
/// </summary>
public sealed class PostOffice(RecordsStorage storage, PostChannels channels)
{
    private readonly TableClient _table = storage.Table(StorageNames.Post);

    /// <summary>Whether people who left a phone are sent messages.</summary>
    public bool SendsMessages => channels.Webhook;

    /// <summary>Where the outboxes that post here are logged.</summary>
    internal ILogger OutboxLog { get; } = storage.LogOf<NoticeOutbox>();

    /// <summary>What the office decided about each kind of notice.</summary>
    public NoticeSettingStore Settings { get; } = new(storage, TimeProvider.System);

    internal static FindParticipants Nobody { get; } = (_, _, _) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Posts, and hands what leaves the house to the courier.</summary>
    /// <param name="courier">Without one, a batch that holds messages is posted and waits for the next time.</param>
    /// <returns>Whether nothing is left to be done.</returns>
    public async Task<bool> PublishAsync(Posting posting, FindParticipants participants, ICourier? courier, CancellationToken cancellation)
    {
        if (posting.Notices.Count == 0 || await PutAsync(posting, participants, cancellation) is not { } batch) return true;
        if (courier is null) return false;
        await courier.DeliverAsync(batch, cancellation);
        return true;
    }

    /// <summary>Marks what the office has switched off. Asked when the change is committed, so that its history and every later try to post it agree.</summary>
    internal async Task<IReadOnlyList<Notice>> MarkOffAsync(PlanId planId, IReadOnlyList<Notice> notices, CancellationToken cancellation)
    {
        if (notices.All(n => n.Kind.Hold() != NoticeHold.None)) return notices;
        NoticeSettings settings = await Settings.OfPlanAsync(planId, cancellation);
        return notices.Any(n => settings.IsOff(n.Kind)) ? [.. notices.Select(n => settings.IsOff(n.Kind) ? n with { Off = true } : n)] : notices;
    }

    /// <summary>Posts. Null when nothing of it leaves the house.</summary>
    internal async Task<PostBatch?> PutAsync(Posting posting, FindParticipants participants, CancellationToken cancellation)
    {
        string batch = PostKeys.Batch(posting);
        List<IReadOnlyList<string>> told = [];
        foreach (Notice notice in posting.Notices)
            told.Add(channels.Webhook && !notice.Off ? await participants(posting, notice, cancellation) : []);
        ComposedPost post = PostRules.Compose(posting, batch, channels, await ContactsAsync(posting, cancellation), told);
        foreach (TableEntity[] rows in RowsOf(posting.PlanId, batch, post).Chunk(Transaction.MostRows))
            await AddAsync(posting.PlanId, rows, cancellation);
        return post.Messages.Count > 0 ? new PostBatch(posting.PlanId, batch) : null;
    }

    private async Task<Dictionary<string, UnitContacts>> ContactsAsync(Posting posting, CancellationToken cancellation)
    {
        Dictionary<string, UnitContacts> contacts = new(StringComparer.Ordinal);
        if (!channels.Any || posting.Notices.All(n => n.ToUnits.Count == 0)) return contacts;
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Key.Range(posting.PlanId, PostKeys.Contacts), cancellationToken: cancellation))
            contacts[row.RowKey[PostKeys.Contacts.Length..]] = Row.Read<UnitContacts>(row, _table.Name);
        return contacts;
    }

    private static IEnumerable<TableEntity> RowsOf(PlanId planId, string batch, ComposedPost post) =>
    [
        .. post.Notices.Select(n => Row.Of(planId, PostKeys.Notice(batch, n.Place), n.Notice)),
        .. post.Entries.Select(e => Row.Of(planId, PostKeys.Entry(e.UnitId, e.Id), e)),
        .. post.Messages.Select(MessageRows.Write),
    ];

    private async Task AddAsync(PlanId planId, TableEntity[] rows, CancellationToken cancellation)
    {
        Transaction transaction = new(planId);
        foreach (TableEntity row in rows) transaction.Add(row);
        try
        {
            await transaction.SubmitAsync(_table, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // Posted before. An address that was added since then makes a row more, so each one is looked at for itself.
            foreach (TableEntity row in rows) await AddUnlessThereAsync(row, cancellation);
        }
    }

    private async Task AddUnlessThereAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            // It is there, and may have been read or sent: it stays as it is.
        }
    }
}
