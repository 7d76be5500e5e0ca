using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Post;

/// <summary>
/// For records that keep their notices in a partition of the plan (tours, reports): a posting stands in the same transaction
/// as the change that it tells of, row <c>out-…</c>, until it is posted. Published right after the commit, or by the sweeper.
/// </summary>
internal sealed class NoticeOutbox(TableClient table, PostOffice post, FindParticipants? participants = null)
{
    public const string Rows = OutboxRows.Prefix;

    private readonly FindParticipants _participants = participants ?? PostOffice.Nobody;

    /// <summary>Adds the posting to the transaction of the change. Nothing, when nobody is told anything.</summary>
    public static void Stage(Transaction transaction, Posting posting)
    {
        if (posting.Notices.Count > 0) transaction.Add(Row.Of(posting.PlanId, RowOf(posting), posting));
    }

    /// <inheritdoc cref="PostOffice.MarkOffAsync"/>
    public Task<IReadOnlyList<Notice>> MarkOffAsync(PlanId planId, IReadOnlyList<Notice> notices, CancellationToken cancellation) =>
        post.MarkOffAsync(planId, notices, cancellation);

    /// <summary>After the commit: posts, and takes the row away. What fails here is tried again in a few seconds, or found by the sweeper.</summary>
    public async Task PublishAsync(Posting posting, ICourier? courier, CancellationToken cancellation)
    {
        if (posting.Notices.Count == 0) return;
        try
        {
            await FinishAsync(posting, courier, cancellation);
        }
        catch (Exception e)
        {
            // The change is committed and its row stands: the answer is yes, the rest is tried again.
            StorageLog.NoticesNotPosted(post.OutboxLog, posting.PlanId, FailureTrace.Of(e));
        }
    }

    /// <summary>Posts what an earlier request about the same plan may have left; what fails stays.</summary>
    public async Task PublishEarlierAsync(string planId, ICourier courier, CancellationToken cancellation)
    {
        try
        {
            await SweepAsync(planId, courier, cancellation);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // The rows stand; the next sweep finds them.
            StorageLog.EarlierNoticesNotPosted(post.OutboxLog, planId, FailureTrace.Of(e));
        }
    }

    /// <summary>Posts what a crash left behind, of one plan or of all. What fails stays, and does not hold up the others.</summary>
    /// <returns>The number of rows found.</returns>
    /// <exception cref="AggregateException">Some could not be posted and stay; all others were.</exception>
    public async Task<int> SweepAsync(string? planId, ICourier courier, CancellationToken cancellation)
    {
        int found = 0;
        List<Exception> failures = [];
        string filter = planId is null ? $"RowKey ge '{Rows}' and RowKey lt '{Key.After(Rows)}'" : Key.Range(planId, Rows);
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            found++;
            try
            {
                await FinishAsync(Row.Read<Posting>(row, table.Name), courier, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                // Told at the end, once every other row had its turn.
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? found : throw new AggregateException(failures);
    }

    private async Task FinishAsync(Posting posting, ICourier? courier, CancellationToken cancellation)
    {
        if (await post.PublishAsync(posting, _participants, courier, cancellation))
            await OutboxRows.DeleteAsync(table, posting.PlanId, RowOf(posting), cancellation);
    }

    private static string RowOf(Posting posting) => Rows + PostKeys.Batch(posting);
}
