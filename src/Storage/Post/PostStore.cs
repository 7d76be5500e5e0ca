using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Post;

/// <summary>Inboxes, contacts and messages of a plan: table Post.</summary>
public sealed class PostStore(RecordsStorage storage, TimeProvider time)
{
    /// <summary>As many entries or messages as a list shows; older ones stay in the table.</summary>
    public const int Most = 1_000;

    private readonly TableClient _table = storage.Table(StorageNames.Post);
    private readonly Remembered<IReadOnlyList<InboxEntry>> _unread = new(time);

    /// <summary>The inbox of a unit, newest first.</summary>
    public async Task<IReadOnlyList<InboxEntry>> InboxAsync(PlanId planId, string unitId, CancellationToken cancellation) =>
        await ListAsync<InboxEntry>(Key.Range(planId, PostKeys.Inbox(unitId)), cancellation);

    /// <summary>How many entries of a unit's inbox nobody has read: shown beside every page, so it is remembered for a short time.</summary>
    public async Task<int> UnreadAsync(PlanId planId, string unitId, CancellationToken cancellation) =>
        (await _unread.FindAsync(UnreadOf(planId, unitId),
            async () => [.. (await InboxAsync(planId, unitId, cancellation)).Where(e => e.ReadAt is null)]))?.Count ?? 0;

    private static string UnreadOf(PlanId planId, string unitId) => $"{planId}/{unitId}";

    /// <summary>Marks entries of a unit's inbox as read; one that is read keeps who read it first.</summary>
    /// <exception cref="RecordMissingException">There is no such entry.</exception>
    public async Task<IReadOnlyList<InboxEntry>> MarkReadAsync(
        PlanId planId, string unitId, IReadOnlyCollection<string> ids, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        _unread.Forget(UnreadOf(planId, unitId));
        List<InboxEntry> read = [];
        foreach (string id in ids)
        {
            if (!Key.IsValid(id)) throw new RecordMissingException("inbox-entry");
            string row = PostKeys.Entry(unitId, id);
            read.Add(await Heads.RetryAsync(id, async () =>
            {
                (InboxEntry entry, ETag etag) = await Heads.FindAsync<InboxEntry>(_table, planId, row, cancellation) ?? throw new RecordMissingException("inbox-entry");
                if (entry.ReadAt is not null) return entry;
                InboxEntry marked = entry with { ReadAt = now, ReadBy = by };
                await _table.UpdateEntityAsync(Row.Of(planId, row, marked), etag, TableUpdateMode.Replace, cancellation);
                return marked;
            }, cancellation));
        }

        return read;
    }

    public async Task<UnitContacts> ContactsAsync(PlanId planId, string unitId, CancellationToken cancellation) =>
        (await Heads.FindAsync<UnitContacts>(_table, planId, PostKeys.Contact(unitId), cancellation))?.Value ?? UnitContacts.None(unitId);

    public async Task PutContactsAsync(PlanId planId, UnitContacts contacts, CancellationToken cancellation) =>
        await _table.UpsertEntityAsync(Row.Of(planId, PostKeys.Contact(contacts.UnitId), contacts), TableUpdateMode.Replace, cancellation);

    /// <summary>What left the house or is to leave it, newest first; at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(PlanId planId, MessageState? state, CancellationToken cancellation) =>
        await ListAsync<OutgoingMessage>(
            Key.Range(planId, PostKeys.Messages) + (state is { } s ? $" and {MessageRows.State} eq '{s}'" : ""), cancellation);

    /// <summary>Deletes the messages to participants about a record: they name registrations, and a gateway's words may name a number.</summary>
    public async Task ForgetParticipantsAsync(PlanId planId, string aboutId, CancellationToken cancellation)
    {
        List<OutgoingMessage> told = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Key.Range(planId, PostKeys.Messages), cancellationToken: cancellation))
            if (Row.Read<OutgoingMessage>(row, _table.Name) is { Registration: not null } m && m.About.Id == aboutId) told.Add(m);
        foreach (OutgoingMessage m in told) await _table.DeleteEntityAsync(planId, PostKeys.Message(m.Id), ETag.All, cancellation);
    }

    /// <summary>The messages of a batch that are still to be sent.</summary>
    public async Task<IReadOnlyList<KeptMessage>> OpenAsync(PostBatch batch, CancellationToken cancellation)
    {
        string filter = $"{Key.Range(batch.PlanId, PostKeys.BatchMessages(batch.Id))} and "
            + $"({MessageRows.State} eq '{MessageState.Waiting}' or {MessageRows.State} eq '{MessageState.Sending}')";
        List<KeptMessage> open = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            open.Add(new KeptMessage(Row.Read<OutgoingMessage>(row, _table.Name), row.ETag.ToString()));
        return open;
    }

    /// <summary>The class that a batch tells its people of, in one that must reach them; null: it is about something else.</summary>
    public async Task<ClassId?> ClassToCountAsync(PostBatch batch, CancellationToken cancellation)
    {
        await foreach (OutgoingMessage m in Rows.EachAsync<OutgoingMessage>(_table, Key.Range(batch.PlanId, PostKeys.BatchMessages(batch.Id)), cancellation))
            if (m.Registration is not null && m.Kind.MustReachPeople()) return new ClassId(m.About.Id);
        return null;
    }

    /// <exception cref="RecordMissingException">There is no such message.</exception>
    public async Task<KeptMessage> FindMessageAsync(PlanId planId, string id, CancellationToken cancellation)
    {
        if (!Key.IsValid(id)) throw new RecordMissingException("message");
        (OutgoingMessage message, ETag etag) =
            await Heads.FindAsync<OutgoingMessage>(_table, planId, PostKeys.Message(id), cancellation) ?? throw new RecordMissingException("message");
        return new KeptMessage(message, etag.ToString());
    }

    /// <summary>Writes a message that changed, and what its failure puts into an inbox, together.</summary>
    /// <returns>Null when somebody else changed it first; nothing was written then.</returns>
    public async Task<KeptMessage?> ChangeAsync(KeptMessage kept, OutgoingMessage changed, InboxEntry? failure, CancellationToken cancellation)
    {
        Transaction transaction = new(changed.PlanId);
        transaction.Replace(MessageRows.Write(changed), new ETag(kept.ETag));
        if (failure is not null) transaction.Upsert(Row.Of(changed.PlanId, PostKeys.Entry(failure.UnitId, failure.Id), failure));
        try
        {
            IReadOnlyList<ETag> etags = await transaction.SubmitAsync(_table, cancellation);
            return new KeptMessage(changed, etags[0].ToString());
        }
        catch (RequestFailedException e) when (Conflict.IsStale(e))
        {
            return null;
        }
    }

    /// <summary>Whether one notice of a posting lies in the inboxes, and what of it leaves the house.</summary>
    public async Task<(bool Posted, IReadOnlyList<OutgoingMessage> Messages)> OfNoticeAsync(Posting posting, int place, CancellationToken cancellation)
    {
        string batch = PostKeys.Batch(posting);
        List<OutgoingMessage> messages =
            await Rows.ListAsync<OutgoingMessage>(_table, Key.Range(posting.PlanId, PostKeys.NoticeMessages(batch, place)), cancellation);
        return (messages.Count > 0
            || await Heads.FindAsync<PostedNotice>(_table, posting.PlanId, PostKeys.Notice(batch, place), cancellation) is not null, messages);
    }

    /// <summary>The notice that a message was made of.</summary>
    public async Task<PostedNotice> NoticeAsync(OutgoingMessage message, CancellationToken cancellation) =>
        (await Heads.FindAsync<PostedNotice>(_table, message.PlanId, PostKeys.Notice(message.Batch, message.Notice), cancellation))?.Value
        ?? throw new RecordMissingException("message");

    /// <summary>Tells a unit that a message was given up.</summary>
    public static InboxEntry FailureEntry(OutgoingMessage message, string unitId, DateTimeOffset now) => new(
        PostKeys.Failure(message.Id, now), unitId, NoticeKind.MessageFailed, new PostSubject(PostSubjectKind.Message, message.Id), now, message.LastError);

    private async Task<List<T>> ListAsync<T>(string filter, CancellationToken cancellation)
    {
        List<T> records = [];
        await foreach (T record in Rows.EachAsync<T>(_table, filter, cancellation))
        {
            records.Add(record);
            if (records.Count == Most) break;
        }

        return records;
    }
}
