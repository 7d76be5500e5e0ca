using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Durable.Records;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable;

/// <summary>What became of a commit.</summary>
/// <param name="Written">The header as it is stored now; null when somebody else has written to the instance.</param>
/// <param name="IsInDoubt">Not written as far as one sees, but an answer was lost before somebody else wrote.</param>
/// <param name="Leftover">Rows to delete, because they did not fit into the transaction.</param>
internal sealed record CommitEnd(InstanceHeader? Written, bool IsInDoubt, IReadOnlyList<string> Leftover);

/// <summary>
/// Gets commits into storage. However often the way there breaks, a commit is written once: its header carries its id, so
/// one whose answer was lost is known again.
/// </summary>
internal sealed class Committer(InstanceStore store, StorageRetry storage, Action<CommitPoint> reached) : IDisposable
{
    /// <summary>
    /// Commits on their way at the same time. While others are, turns of a waiting instance pile up and share its commit.
    /// </summary>
    private const int Parallelism = 16;

    private readonly SemaphoreSlim _slots = new(Parallelism);

    /// <summary>Writes it, for as long as it takes.</summary>
    /// <exception cref="OperationCanceledException">The engine was stopped.</exception>
    public async Task<CommitEnd> WriteAsync(Commit commit, CancellationToken stopping)
    {
        await _slots.WaitAsync(stopping);
        try
        {
            reached(CommitPoint.Prepare);
            PreparedCommit prepared =
                await storage.UntilItWorksAsync("large texts", () => store.PrepareAsync(commit, stopping), stopping);
            bool isInDoubt = false;
            while (true)
            {
                reached(CommitPoint.Send);
                InstanceHeader? written = await storage.UntilItWorksAsync("commit", SendAsync, stopping);
                if (written is not null)
                    return new CommitEnd(written, IsInDoubt: false, prepared.Leftover);

                InstanceHeader? stored = await storage.UntilItWorksAsync(
                    "header", () => store.HeaderAsync(commit.Before.InstanceId, stopping), stopping);
                if (stored?.Commit == commit.Id)
                    return new CommitEnd(stored, IsInDoubt: false, prepared.Leftover);
                if (stored is null || !stored.IsAsWrittenBy(commit.Before))
                    return new CommitEnd(null, isInDoubt, []);
                // The same under another ETag, as after a restart of the storage.
                prepared = prepared with { Header = prepared.Header with { ETag = stored.ETag } };
            }

            async Task<InstanceHeader?> SendAsync()
            {
                bool before = isInDoubt;
                isInDoubt = true;
                InstanceHeader? written = await store.TrySendAsync(prepared, stopping);
                isInDoubt = before;
                return written;
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
